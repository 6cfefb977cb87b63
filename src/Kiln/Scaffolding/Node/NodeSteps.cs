using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>The stages and steps that Dockerfiles of Node.js have in common.</summary>
static class NodeSteps
{
    public static string Image(NodeRecipe recipe) => $"node:{recipe.Version}-slim";

    // JavaScript is the same everywhere: what is only built need not run on the platform that it is for.
    static string Platform(NodeRecipe recipe) => recipe.Site is null ? "" : "--platform=$BUILDPLATFORM ";

    /// <summary>A stage with the package manager; null where the base has it.</summary>
    public static string? Base(NodeRecipe recipe) => !HasBase(recipe) ? null : DockerfileText.Lines(
        $"# base has {recipe.Manager.Name}, in the version of the project.",
        $"FROM {Platform(recipe)}{Image(recipe)} AS base",
        recipe.Manager.Environment,
        "WORKDIR /app",
        recipe.Manager.Package is not { } package ? null : DockerfileText.Run(
            [DockerfileText.Cache("/root/.npm")], $"npm install --global {(recipe.Manager.ReplacesBase ? "--force " : "")}{package}"));

    /// <summary>Where a stage begins that installs packages.</summary>
    public static string Begin(NodeRecipe recipe, string stage) =>
        HasBase(recipe) ? $"FROM base AS {stage}" : $"FROM {Platform(recipe)}{Image(recipe)} AS {stage}\nWORKDIR /app";

    /// <summary>The files that installing reads, beside the sources' manifests.</summary>
    public static IEnumerable<string> Manifests(NodeRecipe recipe) =>
        new[] { "package.json", recipe.Manager.Lock }.OfType<string>().Concat(recipe.Manager.Settings).Where(recipe.Root.HasFile).Distinct();

    public static IEnumerable<string> Folders(NodeRecipe recipe) => recipe.Manager.SettingFolders.Where(recipe.Root.HasFolder);

    /// <summary>Installs the packages of one package, before its sources are there.</summary>
    public static string Install(NodeRecipe recipe, string command)
    {
        var isMounted = recipe.Manager is { WritesBesideManifests: false, Lock: not null };
        return DockerfileText.Lines(
        [
            .. isMounted ? [] : CopyManifests(recipe),
            DockerfileText.Run(
                [
                    .. isMounted ? Manifests(recipe).Concat(Folders(recipe)).Select(x => DockerfileText.Bind(x)) : [],
                    DockerfileText.Cache(recipe.Manager.Cache),
                ],
                WithoutScripts(recipe, command)),
        ]);
    }

    public static IEnumerable<string> CopyManifests(NodeRecipe recipe) =>
        [DockerfileText.Copy(Manifests(recipe), "./"), .. Folders(recipe).Select(x => DockerfileText.Copy([$"{x}/"], $"{x}/"))];

    /// <summary>The commands of an install that runs the scripts of dependencies, but not those of the package itself where they would fail.</summary>
    public static IEnumerable<string> WithoutScripts(NodeRecipe recipe, string command) =>
        !recipe.LeavesScriptsOut ? [command]
        : recipe.HasInstallScripts ? [$"{command} {recipe.Manager.WithoutScripts}"]
        : [$"{command} {recipe.Manager.WithoutScripts}", recipe.Manager.Rebuild];

    static bool HasBase(NodeRecipe recipe) => recipe.Manager.Package is not null || recipe.Manager.Environment is not null;
}
