namespace Kiln.Components.Tests.Reference;

/// <summary>The page that lists all error codes.</summary>
static class ErrorReference
{
    static readonly Dictionary<char, string> Areas = new()
    {
        ['1'] = "Input",
        ['2'] = "Registries and hosts",
        ['3'] = "Engine, build and processes",
        ['4'] = "Scanning",
        ['5'] = "Workflows",
        ['6'] = "Lock, cache and downloads",
    };

    internal static string Page(string pages) => "# Error codes\n\nMade of the pages by the tests. Exit code 2 where the input or the configuration has to be mended, else 1.\n" + string.Concat(Directory
        .EnumerateFiles(pages, "KILN*.md").Order(StringComparer.Ordinal)
        .Select(x => (Code: Path.GetFileNameWithoutExtension(x), Title: File.ReadLines(x).First().Split(": ", 2)[1]))
        .GroupBy(x => x.Code[4])
        .Select(area => $"\n## {Areas[area.Key]}\n\n| code | what happened |\n| --- | --- |\n" + string.Concat(area.Select(x => $"| [{x.Code}](../errors/{x.Code}.md) | {x.Title} |\n"))));
}
