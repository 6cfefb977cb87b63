using System.Text.RegularExpressions;

namespace Kiln.Components.Tests.Documentation;

/// <summary>A fenced code block (CommonMark 0.31.2, §4.5).</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">Of the first line of its text, from 1.</param>
/// <param name="Language">The first word behind the fence; empty where there is none.</param>
/// <param name="Text">What is between the fences.</param>
/// <param name="Above">The line before the block.</param>
sealed partial record Fence(string Page, int Line, string Language, string Text, string Above)
{
    /// <summary>The sample that the block was taken from, as <c>samples/custom</c>; the contracts compare the two.</summary>
    internal string? Sample => SampleComment().Match(Above) is { Success: true } match ? match.Groups["sample"].Value : null;

    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex("^<!-- (?<sample>samples/[^/]+)/")]
    private static partial Regex SampleComment();
}
