using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Running;

/// <summary>A word of EXPOSE, taken apart.</summary>
/// <param name="Word">As written.</param>
/// <param name="Host">What stands before the last colon: an address, a port of the host, both; mostly empty.</param>
/// <param name="Port">A port or a range; <c>?</c> stands where a variable does.</param>
/// <param name="Protocol">Behind the slash; mostly empty.</param>
sealed record ExposedPort(Word Word, string Host, string Port, string Protocol)
{
    public static IEnumerable<(ExposeInstruction Expose, ExposedPort[] Ports)> Of(LintSubject subject) =>
        from expose in subject.Of<ExposeInstruction>()
        select (expose, expose.Ports.Select(x => Of(x, subject.Dockerfile.Escape)).ToArray());

    /// <summary>Written as it is taken: without variables, quotes or a line end in between.</summary>
    public bool IsPlain => Word.Span.Length == Word.Text.Length && !Word.Text.AsSpan().ContainsAny("$\"'\\`");

    static ExposedPort Of(Word word, char escape)
    {
        var text = WordExpansion.Expand(word.Text, _ => "?", escape).Text;
        var slash = text.LastIndexOf('/') is var found and >= 0 ? found : text.Length;
        var port = text.LastIndexOf(':', Math.Max(slash - 1, 0)) + 1;
        var protocol = slash < text.Length ? text[(slash + 1)..] : "";
        return new ExposedPort(word, text[..Math.Max(port - 1, 0)], text[port..Math.Max(slash, port)], protocol);
    }
}
