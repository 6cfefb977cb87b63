using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>All that is known of a package when its Dockerfile is written.</summary>
sealed class NodeRecipe
{
    NodeRecipe(FolderTree tree, NodePackage package, NodeWorkspace? workspace)
    {
        (Package, Workspace) = (package, workspace);
        Version = package.Version(workspace?.Root);
        Manager = PackageManager.Of(Root, Version);
        Next = NextSettings.Of(package) is { IsExported: false } next && package.BuildScript is not null ? next : null;
        Site = NodeSite.Of(tree, package);
        Start = StartCommand.Of(package, Version);
    }

    public NodePackage Package { get; }

    public NodeWorkspace? Workspace { get; }

    /// <summary>Where the lock file lies.</summary>
    public NodePackage Root => Workspace?.Root ?? Package;

    /// <summary>Of Node.js.</summary>
    public string Version { get; }

    public PackageManager Manager { get; }

    /// <summary>How it is started; null for what is not.</summary>
    public StartCommand? Start { get; }

    /// <summary>The pages that its build makes; null for a server. What is started for production is no site, unless it only serves files.</summary>
    public NodeSite? Site => Start is null or { ServesFiles: true } || field is { IsExported: true } ? field : null;

    /// <summary>For a server of Next.js; else null.</summary>
    public NextSettings? Next { get; }

    /// <summary>What it is made with, in words; null for a plain program.</summary>
    public string? Kind => Site?.Kind ?? (Next is null ? null : "Next.js");

    public string? Build => Package.BuildScript is null ? null : "build";

    /// <summary>What starts needs a package that was meant for building only.</summary>
    public bool RunsDevDependency => Start?.Package is { } package && !Package.Dependencies.Contains(package);

    public bool HasRunTimeDependencies => Package.Dependencies.Count > 0 || RunsDevDependency;

    /// <summary>Those that one lock file is about.</summary>
    public IEnumerable<NodePackage> Packages => Workspace is null ? [Package] : Workspace.Members.Prepend(Workspace.Root);

    /// <summary>Those that take part in the image, each behind what it needs itself.</summary>
    public IEnumerable<NodePackage> UsedPackages => Workspace is null ? [Package] : [Workspace.Root, .. Workspace.NeededToBuild(Package), Package];

    /// <summary>Scripts that run while packages are installed need the sources, so they have to wait for them.</summary>
    public bool HasInstallScripts => UsedPackages.Any(x => x.InstallScripts.Any());

    /// <summary>Its client is generated from a schema among the sources, into the folder of the packages.</summary>
    public bool UsesPrisma => UsedPackages.Any(x => x.Uses("@prisma/client"));

    /// <summary>What was installed is changed where the sources are, and is no use without that.</summary>
    public bool ChangesPackages => HasInstallScripts || UsesPrisma;

    /// <summary>What installing needs of the system.</summary>
    public NodeSystem System => field ??= NodeSystem.Of(this);

    /// <summary>The folder that the build writes to, and all that the program needs of it, from the package's; null where nothing tells.</summary>
    public string? Output => Start?.Entry is { } entry ? OutputOf(Package, entry) : null;

    /// <summary>The first folder of the path to what runs or is imported, where a build makes it.</summary>
    public static string? OutputOf(NodePackage package, string? entry)
    {
        var parts = (entry ?? package.Main)?.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(x => x != ".").ToArray() ?? [];
        if (package.BuildScript is null || parts.Length == 0 || (parts.Length == 1 && Path.HasExtension(parts[0])))
            return null;
        var first = parts[0];
        var isUsual = first is "dist" or "out" or ".output";
        var isMade = isUsual || first == package.CompilerOutput || !package.HasFolder(first) || package.IsIgnoredByGit(first);
        return isMade && first != ".." ? first : null;
    }

    /// <summary>A package; null where it makes no image.</summary>
    public static NodeRecipe? Of(FolderTree tree, NodePackage package, NodeWorkspace? workspace)
    {
        var recipe = new NodeRecipe(tree, package, workspace);
        return recipe.Start is null && recipe.Site is null && recipe.Next is null ? null : recipe;
    }
}
