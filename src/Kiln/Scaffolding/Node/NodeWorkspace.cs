using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>Packages that are installed together, by one lock file at their root.</summary>
/// <param name="Root">The package whose folder holds them.</param>
/// <param name="Members">In the order of their folders.</param>
sealed partial record NodeWorkspace(NodePackage Root, IReadOnlyList<NodePackage> Members)
{
    /// <summary>The workspace that a folder is the root of; null for none.</summary>
    public static NodeWorkspace? At(FolderTree tree, string folder) => tree.Once(folder, () => Read(tree, folder));

    static NodeWorkspace? Read(FolderTree tree, string folder)
    {
        if (!tree.HasFile(Paths.Join(folder, "package.json")))
            return null;
        var root = NodePackage.Read(tree, folder);
        var patterns = root.Workspaces.Concat(OfPnpm(root.TextOf("pnpm-workspace.yaml"))).ToArray();
        if (patterns.Length == 0)
            return null;
        var members = tree.Folders.Where(x => x != folder && Paths.IsIn(folder, x))
            .Where(x => tree.HasFile(Paths.Join(x, "package.json")) && IsMeant(patterns, Paths.Relative(folder, x)));
        return new NodeWorkspace(root, [.. members.Select(x => NodePackage.Read(tree, x))]);
    }

    /// <summary>The workspace that a folder is a member of; null for none.</summary>
    public static NodeWorkspace? Above(FolderTree tree, string folder) =>
        folder.Length == 0 ? null
        : Paths.WithParents(Paths.Parent(folder)).Select(x => At(tree, x)).FirstOrDefault(x => x?.Members.Any(y => y.Folder == folder) is true);

    /// <summary>The members that a member is built with, each behind those that it needs itself.</summary>
    public IReadOnlyList<NodePackage> NeededToBuild(NodePackage member) => Needed(member, x => x.AllDependencies);

    /// <summary>The members that it needs while it runs.</summary>
    public IReadOnlyList<NodePackage> NeededToRun(NodePackage member) => Needed(member, x => x.Dependencies);

    /// <summary>A member's folder from the root's.</summary>
    public string PathOf(NodePackage member) => Paths.Relative(Root.Folder, member.Folder);

    IReadOnlyList<NodePackage> Needed(NodePackage member, Func<NodePackage, IEnumerable<string>> dependencies)
    {
        var (found, seen) = (new List<NodePackage>(), new HashSet<string> { member.Folder });
        Visit(member);
        return found;

        void Visit(NodePackage package)
        {
            var names = dependencies(package).ToHashSet();
            foreach (var needed in Members.Where(x => x.FullName.Length > 0 && names.Contains(x.FullName) && seen.Add(x.Folder)))
            {
                Visit(needed);
                found.Add(needed);
            }
        }
    }

    static bool IsMeant(string[] patterns, string folder) =>
        patterns.Any(x => !x.StartsWith('!') && Paths.IsMatch(x, folder)) && !patterns.Any(x => x.StartsWith('!') && Paths.IsMatch(x[1..], folder));

    // A list of texts is all that is read of this file; a reader of YAML would be too much for it.
    static IEnumerable<string> OfPnpm(string? text) =>
        Packages().Match(text ?? "") is { Success: true } match ? Items().Matches(match.Groups[1].Value).Select(x => x.Groups[1].Value) : [];

    [GeneratedRegex(@"^packages:[ \t]*\r?\n((?:[ \t]*(?:-[^\n]*|#[^\n]*)?\r?(?:\n|\z))+)", RegexOptions.Multiline)]
    private static partial Regex Packages();

    [GeneratedRegex("""^\s*-\s*["']?([^"'\r\n#]+?)["']?\s*(?:#.*)?\r?$""", RegexOptions.Multiline)]
    private static partial Regex Items();
}
