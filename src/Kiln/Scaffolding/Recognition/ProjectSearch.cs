using Kiln.Scaffolding.DotNet;
using Kiln.Scaffolding.Go;
using Kiln.Scaffolding.Java;
using Kiln.Scaffolding.Node;
using Kiln.Scaffolding.Python;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Rust;
using Kiln.Scaffolding.StaticSites;

namespace Kiln.Scaffolding.Recognition;

/// <summary>Asks every language about every folder.</summary>
static class ProjectSearch
{
    /// <summary>A static site is what nothing else claims, so it is asked last and apart.</summary>
    static readonly StaticSiteLanguage StaticSite = new();

    static readonly Language[] Programmed =
        [new GoLanguage(), new NodeLanguage(), new PythonLanguage(), new JavaLanguage(), new RustLanguage(), new DotNetLanguage()];

    public static IReadOnlyList<Language> Languages { get; } = [.. Programmed, StaticSite];

    /// <summary>All that there is, in the order of folders.</summary>
    public static IReadOnlyList<Finding> In(FolderTree tree)
    {
        var findings = tree.Folders.SelectMany(folder => Programmed.SelectMany(x => x.In(tree, folder))).ToList();
        foreach (var folder in tree.Folders.Where(x => !findings.Any(y => Paths.IsIn(y.Folder, x))))
            findings.AddRange(StaticSite.In(tree, folder));
        return [.. findings.OrderBy(x => x.Folder, StringComparer.Ordinal).ThenBy(x => x.Marker, StringComparer.Ordinal)];
    }
}
