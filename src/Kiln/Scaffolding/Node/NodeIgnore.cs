using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>What is not sent for a package.</summary>
static class NodeIgnore
{
    // .env.production and its like hold what a site shows to everybody, and builds read them: only those that are nobody else's are left out.
    static readonly string[] Secrets = ["**/.env", "**/.env.local", "**/.env.*.local", "**/*.pem", "**/*.key", "**/*.pfx"];

    public static string Of(FolderTree tree, NodeRecipe recipe)
    {
        var packages = recipe.Workspace is { } workspace ? [workspace.Root, .. workspace.Members] : new[] { recipe.Package };
        var outputs = packages.SelectMany(x => OutputsOf(tree, x).Select(y => Paths.Join(Paths.Relative(recipe.Root.Folder, x.Folder), y)));
        // As for the outputs, a package may have sources in a folder of that name.
        var reports = packages.Select(x => Paths.Relative(recipe.Root.Folder, x.Folder)).Where(x => x.Length > 0)
            .Select(x => Paths.Join(Paths.Parent(x), "*/coverage")).Distinct();
        string[] results = ["**/node_modules", "**/.next", "**/.turbo", "**/.cache", "**/*.tsbuildinfo", "**/npm-debug.log*", .. outputs, .. reports];
        return IgnoreText.Of(results, Secrets, OtherMembers(recipe));
    }

    static IEnumerable<string> OutputsOf(FolderTree tree, NodePackage package) => new[]
    {
        NodeSite.Of(tree, package)?.Output,
        NodeRecipe.OutputOf(package, null),
        NodeRecipe.OutputOf(package, StartCommand.Of(package, BaseTags.Node)?.Entry),
    }.OfType<string>();

    // Installing reads the manifests of all members; the sources of those that this image does not use would only make it build again.
    static IEnumerable<string> OtherMembers(NodeRecipe recipe)
    {
        if (recipe.Workspace is not { } workspace)
            return [];
        var used = workspace.NeededToBuild(recipe.Package).Append(recipe.Package).Select(x => x.Folder).ToHashSet();
        return workspace.Members.Where(x => !used.Contains(x.Folder) && !used.Any(y => Paths.IsIn(x.Folder, y)))
            .Select(workspace.PathOf).SelectMany(x => new[] { $"{x}/*", $"!{x}/package.json" });
    }
}
