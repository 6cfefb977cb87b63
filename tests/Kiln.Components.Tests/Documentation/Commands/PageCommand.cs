using System.Text.RegularExpressions;

namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>A command that a page tells its readers to type.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">Where it stands there, from 1.</param>
/// <param name="Program"><c>build</c>, whichever of its scripts, or <c>dotnet new</c>.</param>
/// <param name="Words">What follows, without what pages put in place of a word.</param>
sealed partial record PageCommand(string Page, int Line, string Program, IReadOnlyList<string> Words)
{
    /// <summary>Lines of blocks, and code within sentences.</summary>
    internal static IEnumerable<PageCommand> Of(Page page) =>
        page.Fences.SelectMany(x => x.Text.Split('\n').Select((text, i) => new CodeSpan(page.Name, x.Line + i, text)))
            .Concat(page.CodeSpans)
            .Select(Read)
            .OfType<PageCommand>();

    public override string ToString() => $"{Page}:{Line}: {Program} {string.Join(' ', Words)}";

    internal static PageCommand? Read(CodeSpan code)
    {
        if (ScriptPattern().Match(code.Text) is { Success: true } script)
            return new(code.Page, code.Line, "build", WordsOf(script));
        if (TargetPattern().Match(code.Text) is { Success: true } targets)
            return new(code.Page, code.Line, "build", WordsOf(targets));
        return NewPattern().Match(code.Text) is { Success: true } made ? new(code.Page, code.Line, "dotnet new", WordsOf(made)) : null;
    }

    // Three dots stand for what the reader asks for.
    static IReadOnlyList<string> WordsOf(Match match) =>
        [.. match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(x => x != "…")];

    [GeneratedRegex(@"^(\$ )?(\./build\.sh|(\.[\\/])?build\.(ps1|cmd))(?<words>( [^ #]+)+)")]
    private static partial Regex ScriptPattern();

    // 'Push --skip Scan', without the script; instructions of a Dockerfile, 'COPY --from', are written in capitals.
    [GeneratedRegex("^(?<words>([A-Z][a-z][A-Za-z]* )*--[a-z].*)$")]
    private static partial Regex TargetPattern();

    [GeneratedRegex("^(\\$ )?dotnet new(?<words>( [^ #]+)+)")]
    private static partial Regex NewPattern();
}
