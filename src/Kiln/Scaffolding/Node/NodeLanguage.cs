using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>A package with something to start, or a site to build; alone, or in a workspace.</summary>
sealed class NodeLanguage() : Language(ScaffoldLanguage.Node, "Node.js", "package.json")
{
    const string Reason = "it has neither a script 'start', nor a file that 'main' names, nor a build that makes a site.";

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        if (!tree.HasFile(Paths.Join(folder, "package.json")))
            return [];
        if (NodeWorkspace.At(tree, folder) is { Members.Count: > 0 } root)
            return [PassOver(folder, root.Root.Marker, "it holds a workspace together, and images are made of its members.") with { IsLibrary = true }];

        var package = NodePackage.Read(tree, folder);
        var workspace = NodeWorkspace.Above(tree, folder);
        return NodeRecipe.Of(tree, package, workspace) is { } recipe
            ? [Found(tree, recipe)]
            : [PassOver(folder, package.Marker, Reason) with { IsLibrary = package.IsLibrary || workspace is not null }];
    }

    FoundProject Found(FolderTree tree, NodeRecipe recipe)
    {
        var settings = recipe.Site is { HasRoutes: true } ? Paths.Join(recipe.Package.Folder, NodeFinal.SiteSettings) : null;
        return new FoundProject(Id, recipe.Package.Folder, recipe.Package.Marker)
        {
            Kind = $"Node.js{(recipe.Kind is { } kind ? $", {kind}" : "")} with {recipe.Manager.Name}",
            Title = recipe.Package.Folder.Length > 0 ? Paths.Name(recipe.Package.Folder) : recipe.Package.Name,
            Context = recipe.Root.Folder,
            Dockerfile = name => recipe.Workspace is null ? NodeDockerfile.Of(recipe, name) : NodeMemberDockerfile.Of(recipe, name),
            Ignore = NodeIgnore.Of(tree, recipe),
            Others = settings is null ? [] : [(settings, NodeFinal.SiteSettingsText)],
            Notes = [.. NodeNotes.On(recipe)],
        };
    }
}
