using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>The stages and steps that Dockerfiles of Node.js have in common.</summary>
static class NodeSteps
{
    /// <summary>Of the last stage.</summary>
    public static string Image(NodeRecipe recipe) => $"node:{recipe.Version}-slim";

    // Where packages are installed and built. The whole image has git and compilers, and none of its layers ends up in the last stage.
    static string Builder(NodeRecipe recipe) => recipe.System.NeedsTools ? $"node:{recipe.Version}" : Image(recipe);

    // JavaScript is the same everywhere: what is only built need not run on the platform that it is for.
    static string Platform(NodeRecipe recipe) => recipe.Site is null ? "" : "--platform=$BUILDPLATFORM ";

    /// <summary>A stage with the package manager; null where the base has it.</summary>
    public static string? Base(NodeRecipe recipe) => !HasBase(recipe) ? null : DockerfileText.Lines(
        $"# base has {recipe.Manager.Name}, in the version of the project.",
        $"FROM {Platform(recipe)}{Builder(recipe)} AS base",
        recipe.Manager.Environment,
        "WORKDIR /app",
        recipe.Manager.Package is not { } package ? null : DockerfileText.Run(
            [DockerfileText.Cache("/root/.npm")], $"npm install --global {(recipe.Manager.ReplacesBase ? "--force " : "")}{package}"));

    /// <summary>Where a stage begins that installs packages.</summary>
    public static string Begin(NodeRecipe recipe, string stage) =>
        HasBase(recipe) ? $"FROM base AS {stage}" : $"FROM {Platform(recipe)}{Builder(recipe)} AS {stage}\nWORKDIR /app";

    /// <summary>The files that installing reads, beside the sources' manifests.</summary>
    public static IEnumerable<string> Manifests(NodeRecipe recipe) =>
        new[] { "package.json", recipe.Manager.Lock }.OfType<string>().Concat(recipe.Manager.Settings).Where(recipe.Root.HasFile).Distinct();

    public static IEnumerable<string> Folders(NodeRecipe recipe) => recipe.Manager.SettingFolders.Where(recipe.Root.HasFolder);

    /// <summary>Installs the packages of one package, before its sources are there.</summary>
    public static string Install(NodeRecipe recipe, string command)
    {
        string[] removals = [.. WithoutScripts(recipe)];
        var isMounted = recipe.Manager is { WritesBesideManifests: false, Lock: not null } && removals.Length == 0;
        return DockerfileText.Lines(
        [
            .. isMounted ? [] : CopyManifests(recipe),
            DockerfileText.Run(
                [
                    .. isMounted ? Manifests(recipe).Concat(Folders(recipe)).Select(x => DockerfileText.Bind(x)) : [],
                    DockerfileText.Cache(recipe.Manager.Cache),
                ],
                [.. removals, command]),
        ]);
    }

    public static IEnumerable<string> CopyManifests(NodeRecipe recipe) =>
        [DockerfileText.Copy(Manifests(recipe), "./"), .. Folders(recipe).Select(x => DockerfileText.Copy([$"{x}/"], $"{x}/"))];

    /// <summary>
    /// Commands that take out of the manifests what would run while packages are installed, and fail without sources; the scripts of dependencies still do.
    /// </summary>
    public static IEnumerable<string> WithoutScripts(NodeRecipe recipe) =>
        from package in recipe.Packages
        let scripts = package.InstallScripts.Concat(package.PrepareScripts).Select(x => $"scripts.{x}").ToArray()
        where scripts.Length > 0
        let folder = Paths.Relative(recipe.Root.Folder, package.Folder)
        select $"npm {(folder.Length == 0 ? "" : $"--prefix {DockerfileText.Word(folder)} ")}pkg delete {string.Join(' ', scripts)}";

    /// <summary>Commands that run what waited for the sources.</summary>
    public static IEnumerable<string> InstallScripts(NodeRecipe recipe) =>
        from package in recipe.UsedPackages
        from script in package.InstallScripts
        select RunScript(recipe, package, script);

    /// <summary>Runs a script where it belongs.</summary>
    public static string RunScript(NodeRecipe recipe, NodePackage package, string script) => package == recipe.Root
        ? recipe.Manager.RunScript(script)
        : recipe.Manager.RunMemberScript(package.FullName, recipe.Workspace!.PathOf(package), script);

    /// <summary>Commands that take away what only building needed.</summary>
    public static IEnumerable<string> Prune(NodeRecipe recipe) =>
        recipe.Manager.Prune is not { } prune ? [] : [.. recipe.Manager.RunsScriptsOnPrune ? WithoutScripts(recipe) : [], prune];

    static bool HasBase(NodeRecipe recipe) => recipe.Manager.Package is not null || recipe.Manager.Environment is not null;
}
