namespace Kiln.Components.Tests.Documentation;

/// <summary>What people read of this repository.</summary>
static class Pages
{
    internal static IReadOnlyList<Page> All { get; } =
    [
        .. new[] { "docs", "samples", "src", "templates" }
            .SelectMany(x => Directory.EnumerateFiles(Repository.PathTo(x), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(x => Path.GetRelativePath(Repository.Root, x).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(x => new Page(x)),
    ];

    /// <summary>Without those that tell what was true on their day.</summary>
    internal static IReadOnlyList<Page> OfToday { get; } = [.. All.Where(x => x.Name != "CHANGELOG.md" && !x.Name.StartsWith("docs/decisions/"))];
}
