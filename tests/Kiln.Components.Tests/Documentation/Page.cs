using System.Text.RegularExpressions;

namespace Kiln.Components.Tests.Documentation;

/// <summary>A page of the documentation, as far as Markdown matters to the tests.</summary>
/// <param name="name">From the repository's root, as <c>docs/guides/images.md</c>.</param>
sealed partial class Page(string name)
{
    readonly string _text = File.ReadAllText(Repository.PathTo(name)).ReplaceLineEndings("\n");

    internal string Name => name;

    internal IEnumerable<Fence> Fences => FencePattern().Matches(_text).Select(x =>
        new Fence(name, LineAt(x.Groups["text"].Index), x.Groups["language"].Value, x.Groups["text"].Value, LineBefore(x.Index)));

    internal IEnumerable<CodeSpan> CodeSpans => CodePattern().Matches(Prose).Select(x =>
        new CodeSpan(name, LineAt(x.Index), x.Groups["code"].Value.Replace('\n', ' ')));

    /// <summary>Where its links lead, each with its line.</summary>
    internal IEnumerable<(int Line, string Target)> Links =>
        LinkPattern().Matches(CodePattern().Replace(Prose, Blank)).Select(x => (LineAt(x.Index), x.Groups["target"].Value));

    /// <summary>What can stand behind <c>#</c> in a link to it, as GitHub calls its headings.</summary>
    internal IEnumerable<string> Anchors => HeadingPattern().Matches(Prose)
        .Select(x => NoLetter().Replace(x.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The text without blocks of code; what is left stands where it stood.</summary>
    string Prose => FencePattern().Replace(_text, Blank);

    static string Blank(Match match) => string.Concat(match.Value.Select(x => x == '\n' ? '\n' : ' '));

    int LineAt(int index) => _text.AsSpan(0, index).Count('\n') + 1;

    string LineBefore(int index) => index == 0 ? "" : _text[..(index - 1)].Split('\n')[^1];

    [GeneratedRegex(@"^ *```(?<language>\S*)[^`\n]*\n(?<text>.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FencePattern();

    // A span may go on in the next line of its paragraph.
    [GeneratedRegex(@"`(?<code>[^`\n]+(\n[^`\n]+)*)`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoLetter();
}
