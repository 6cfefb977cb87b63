using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>The image has them in lower case whatever is written, so another spelling only misleads.</summary>
sealed class ProtocolCase() : LintRule("KLN5006", Severity.Information, "Write protocols in lower case.", "ExposeProtoCasing")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from expose in subject.Of<ExposeInstruction>()
        let wrong = expose.Ports.Where(x => ProtocolOf(x).Any(char.IsAsciiLetterUpper)).ToArray()
        where wrong.Length > 0
        select Found(
            SpanOf(wrong[0]),
            $"The protocol of {Lists.And([.. wrong.Select(x => x.Text)])} is not in lower case, as it is everywhere else.",
            $"Write EXPOSE {string.Join(' ', wrong.Select(x => x.Text.ToLowerInvariant()))}.",
            wrong.All(x => x.Span.Length == x.Text.Length)
                ? new LintFix([.. wrong.Select(x => new TextEdit(SpanOf(x), ProtocolOf(x).ToLowerInvariant()))])
                : null);

    static string ProtocolOf(Word port) =>
        port.Text[(port.Text.LastIndexOf('/') + 1)..] is var protocol && protocol.All(char.IsAsciiLetter) ? protocol : "";

    static SourceSpan SpanOf(Word port) => SourceSpan.FromBounds(port.Span.End - ProtocolOf(port).Length, port.Span.End);
}
