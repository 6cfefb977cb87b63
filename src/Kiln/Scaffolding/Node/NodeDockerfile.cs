using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>For a package with a lock file of its own.</summary>
static class NodeDockerfile
{
    public static string Of(NodeRecipe recipe, string image)
    {
        var final = recipe.Site is { } site
            ? NodeFinal.Site(image, $"/app/{site.Output}/", site.HasRoutes ? NodeFinal.SiteSettings : null)
            : recipe.Next is { } next ? NextFinal.Of(recipe, next, image)
            : NodeFinal.Server(recipe, image, Copies(recipe), Absolute(recipe.Start!.Words));
        var build = recipe.Build is null && !recipe.ChangesPackages ? null : Build(recipe);
        var dependencies = CopiesDependencies(recipe) ? Dependencies(recipe) : null;
        return DockerfileText.Of((build ?? dependencies) is null ? null : NodeSteps.Base(recipe), build, dependencies, final);
    }

    /// <summary>The installed packages come from a stage that knows nothing of the sources.</summary>
    static bool CopiesDependencies(NodeRecipe recipe) =>
        recipe is { Site: null, HasRunTimeDependencies: true } && recipe.Next is not { IsStandalone: true } && !CopiesAll(recipe);

    /// <summary>The packages were changed, or the build writes nobody knows where: then all is taken from the stage that built.</summary>
    public static bool CopiesAll(NodeRecipe recipe) =>
        recipe.ChangesPackages || recipe is { Next: null, Site: null, Build: not null, Output: null };

    static string Build(NodeRecipe recipe)
    {
        var manager = recipe.Manager;
        var isNext = recipe.Next is not null || recipe.Package.Uses("next");
        var prunes = recipe is { Site: null, RunsDevDependency: false } && recipe.Next is not { IsStandalone: true }
            && CopiesAll(recipe) && manager.Prune is not null && recipe.Package.AllDependencies.Any();
        string[] commands =
        [
            .. NodeSteps.InstallScripts(recipe),
            .. recipe.Build is { } build ? [manager.RunScript(build)] : Array.Empty<string>(),
            .. prunes ? NodeSteps.Prune(recipe) : [],
        ];
        return DockerfileText.Lines(
            $"# build has all packages{(recipe.Build is null ? "" : ", and compiles")}.",
            NodeSteps.Begin(recipe, "build"),
            recipe.Package.AllDependencies.Any() ? NodeSteps.Install(recipe, manager.Install) : null,
            "COPY . .",
            isNext ? "ENV NEXT_TELEMETRY_DISABLED=1" : null,
            DockerfileText.Run(
                [
                    .. prunes ? [DockerfileText.Cache(manager.Cache)] : Array.Empty<string>(),
                    .. isNext ? [DockerfileText.Cache("/app/.next/cache")] : Array.Empty<string>(),
                ],
                commands));
    }

    static string Dependencies(NodeRecipe recipe) => DockerfileText.Lines(
        "# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.",
        NodeSteps.Begin(recipe, "dependencies"),
        NodeSteps.Install(recipe, recipe.RunsDevDependency ? recipe.Manager.Install : recipe.Manager.InstallForRunning));

    static IEnumerable<string> Copies(NodeRecipe recipe)
    {
        if (CopiesAll(recipe))
            return [DockerfileText.Copy(["/app"], "./", "--from=build")];
        string[] packages = recipe.HasRunTimeDependencies ? [DockerfileText.Copy(["/app/node_modules"], "./node_modules", "--from=dependencies")] : [];
        return recipe.Build is null
            ? [.. packages, "COPY . ."]
            :
            [
                .. packages,
                "COPY package.json ./",
                .. NodeFinal.RunTimeFolders(recipe.Package, recipe.Output).Select(x => DockerfileText.Copy([$"{x}/"], $"{x}/")),
                DockerfileText.Copy([$"/app/{recipe.Output}"], $"./{recipe.Output}", "--from=build"),
            ];
    }

    static IEnumerable<string> Absolute(IEnumerable<string> words) =>
        words.Select((x, i) => i == 0 && x.StartsWith("node_modules/", StringComparison.Ordinal) ? $"/app/{x}" : x);
}
