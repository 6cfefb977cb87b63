using System.Text.RegularExpressions;

namespace Kiln.Contracts.Documentation;

/// <summary>
/// Programs in the documentation that a sample has too are the sample's, which the end-to-end tests compile and run: a comment above the block names file and region.
/// </summary>
public sealed partial class RegionTests
{
    [Fact]
    public void What_a_page_shows_of_a_sample_is_what_the_sample_says()
    {
        var differing = Pages().SelectMany(page => Embedded().Matches(File.ReadAllText(page)).Select(x => (Page: page, Match: x)))
            .Where(x => RegionOf(x.Match.Groups["file"].Value, x.Match.Groups["name"].Value) != x.Match.Groups["code"].Value.ReplaceLineEndings("\n"))
            .Select(x => $"{Path.GetRelativePath(Repository.PathTo(), x.Page)}: {x.Match.Groups["file"].Value}#{x.Match.Groups["name"].Value}");

        Contract.Holds(differing.Select(x => $"{x} is another text than the sample's"));
    }

    [Fact]
    public void Every_region_of_a_sample_is_shown_somewhere()
    {
        var shown = Pages().SelectMany(x => Embedded().Matches(File.ReadAllText(x))).Select(x => $"{x.Groups["file"].Value}#{x.Groups["name"].Value}").ToHashSet();
        var there = Directory.EnumerateFiles(Repository.PathTo("samples"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(x => Region().Matches(File.ReadAllText(x)).Select(y => $"{Path.GetRelativePath(Repository.PathTo(), x).Replace('\\', '/')}#{y.Groups["name"].Value}"))
            .ToArray();

        Assert.NotEmpty(there);
        Contract.Holds(there.Except(shown).Select(x => $"{x} is on no page"));
    }

    static IEnumerable<string> Pages() => Directory.EnumerateFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories);

    static string? RegionOf(string file, string name)
    {
        var text = File.ReadAllText(Repository.PathTo(file)).ReplaceLineEndings("\n");
        return Region().Matches(text).FirstOrDefault(x => x.Groups["name"].Value == name) is { } region ? Unindented(region.Groups["code"].Value) : null;
    }

    static string Unindented(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(x => x.Length > 0).Min(x => x.Length - x.TrimStart().Length);
        return string.Join('\n', lines.Select(x => x.Length > 0 ? x[indent..] : x));
    }

    [GeneratedRegex(@"<!-- (?<file>samples/\S+)#(?<name>\S+) -->\r?\n```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"^ *// #region (?<name>\S+)\r?\n(?<code>.*?)^ *// #endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
