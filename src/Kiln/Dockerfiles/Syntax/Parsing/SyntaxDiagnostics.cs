using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Collects what is found while parsing, and phrases what several instructions find.</summary>
sealed class SyntaxDiagnostics
{
    const int LongestQuote = 60;

    readonly List<Diagnostic> _found = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => [.. _found.OrderBy(x => x.Span.Start)];

    public void Error(SourceSpan span, string message) => _found.Add(new Diagnostic(Severity.Error, message, span));

    public void Warning(SourceSpan span, string message) => _found.Add(new Diagnostic(Severity.Warning, message, span));

    public void MissingArgument(InstructionParts parts, string what) =>
        Error(parts.KeywordSpan, $"{parts.Keyword} needs {what}.");

    /// <summary>What somebody wrote, in quotes; long texts are cut.</summary>
    public static string Quote(string value) =>
        value.Length <= LongestQuote ? $"'{value}'" : $"'{value[..LongestQuote]}…'";

    public static string List(IEnumerable<string> allowed) => string.Join(", ", allowed);
}
