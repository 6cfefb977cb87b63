using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>For a package of a workspace: all of it is installed by one lock file, and only what the package needs is built and copied.</summary>
static class NodeMemberDockerfile
{
    public static string Of(NodeRecipe recipe, string image)
    {
        var folder = recipe.Workspace!.PathOf(recipe.Package);
        var (deploys, copiesAll) = (Deploys(recipe), CopiesAll(recipe));
        string[] copies = deploys ? ["COPY --from=build /out ./"] : [.. Copies(recipe, copiesAll), $"WORKDIR /app/{folder}"];
        var final = recipe.Site is { } site
            ? NodeFinal.Site(image, $"/app/{folder}/{site.Output}/", site.HasRoutes ? $"{folder}/{NodeFinal.SiteSettings}" : null)
            : recipe.Next is { IsStandalone: true } ? NextFinal.OfMember(recipe, folder, image)
            : NodeFinal.Server(recipe, image, copies, CommandOf(recipe));
        return DockerfileText.Of(
            NodeSteps.Base(recipe),
            Manifests(recipe),
            Build(recipe, folder, deploys),
            IsWhole(recipe) && !deploys && !copiesAll ? Dependencies(recipe, folder) : null,
            final);
    }

    /// <summary>The package manager itself puts together what the program needs.</summary>
    public static bool Deploys(NodeRecipe recipe) => recipe.Manager.Deploy is not null && IsWhole(recipe) && !recipe.ChangesPackages;

    // What changed the packages did so in the stage where it ran, and nowhere else.
    static bool CopiesAll(NodeRecipe recipe) => IsWhole(recipe) && recipe.ChangesPackages;

    /// <summary>It runs with its packages, not as pages or as what Next.js puts together.</summary>
    static bool IsWhole(NodeRecipe recipe) => recipe.Site is null && recipe.Next is not { IsStandalone: true };

    static string Manifests(NodeRecipe recipe) => DockerfileText.Lines(
    [
        "# manifests has what the lock file is about: installing reads those of all packages.",
        NodeSteps.Begin(recipe, "manifests"),
        .. NodeSteps.CopyManifests(recipe),
        .. recipe.Workspace!.Members.Select(recipe.Workspace.PathOf).Select(x => DockerfileText.Copy([$"{x}/package.json"], $"{x}/")),
        NodeSteps.WithoutScripts(recipe).ToArray() is { Length: > 0 } commands ? DockerfileText.Run([], commands) : null,
    ]);

    static string Build(NodeRecipe recipe, string folder, bool deploys)
    {
        var manager = recipe.Manager;
        var prunes = CopiesAll(recipe) && manager is { Deploy: null, Prune: not null } && !recipe.RunsDevDependency;
        string[] commands =
        [
            .. NodeSteps.InstallScripts(recipe),
            .. Built(recipe).Select(x => NodeSteps.RunScript(recipe, x, "build")),
            .. deploys ? [.. NodeSteps.WithoutScripts(recipe), manager.Deploy!(recipe.Package.FullName)] : Array.Empty<string>(),
            .. prunes ? NodeSteps.Prune(recipe) : [],
        ];
        return DockerfileText.Lines(
            "# build has all packages, and compiles what this image needs, each behind what it needs itself.",
            "FROM manifests AS build",
            DockerfileText.Run([DockerfileText.Cache(manager.Cache)], manager.Install),
            "COPY . .",
            recipe.Next is null ? null : "ENV NEXT_TELEMETRY_DISABLED=1",
            commands.Length == 0 ? null : DockerfileText.Run(
                [
                    .. deploys || prunes ? [DockerfileText.Cache(manager.Cache)] : Array.Empty<string>(),
                    .. recipe.Next is null ? [] : new[] { DockerfileText.Cache($"/app/{folder}/.next/cache") },
                ],
                commands));
    }

    static string Dependencies(NodeRecipe recipe, string folder) => DockerfileText.Lines(
        "# dependencies has the packages that the program needs while it runs, in a layer that changes only with them.",
        "FROM manifests AS dependencies",
        DockerfileText.Run([DockerfileText.Cache(recipe.Manager.Cache)], InstallForRunning(recipe, folder)));

    static string InstallForRunning(NodeRecipe recipe, string folder) =>
        recipe.RunsDevDependency ? recipe.Manager.Install : recipe.Manager.InstallMemberForRunning(recipe.Package.FullName, folder);

    static IEnumerable<NodePackage> Built(NodeRecipe recipe) =>
        recipe.Workspace!.NeededToBuild(recipe.Package).Append(recipe.Package).Where(x => x.BuildScript is not null);

    // The first copy has the manifests and the links between packages; the others fill them.
    static IEnumerable<string> Copies(NodeRecipe recipe, bool all)
    {
        if (all)
        {
            yield return "COPY --from=build /app ./";
            yield break;
        }

        yield return "COPY --from=dependencies /app ./";
        foreach (var package in recipe.Workspace!.NeededToRun(recipe.Package).Append(recipe.Package))
        {
            var folder = recipe.Workspace.PathOf(package);
            var isOwn = package == recipe.Package;
            var output = isOwn ? recipe.Next is null ? recipe.Output : ".next" : NodeRecipe.OutputOf(package, null);
            if (package.BuildScript is null)
                yield return DockerfileText.Copy([$"{folder}/"], $"{folder}/");
            else if (output is null)
                yield return DockerfileText.Copy([$"/app/{folder}"], $"./{folder}", "--from=build");
            else
            {
                foreach (var read in isOwn ? NodeFinal.RunTimeFolders(package, output) : [])
                    yield return DockerfileText.Copy([$"{folder}/{read}/"], $"{folder}/{read}/");
                if (isOwn && recipe.Next?.File is { } settings)
                    yield return DockerfileText.Copy([$"{folder}/{settings}"], $"{folder}/");
                var flags = output == ".next" ? "--from=build --chown=1000:1000" : "--from=build";
                yield return DockerfileText.Copy([$"/app/{folder}/{output}"], $"./{folder}/{output}", flags);
            }
        }
    }

    // Where a package's program lies depends on what the lock file hoists; a script finds it.
    static IEnumerable<string> CommandOf(NodeRecipe recipe) =>
        recipe.Start is null ? ["npm", "exec", "--no", "--", "next", "start"]
        : recipe.Start.Package is null ? recipe.Start.Words
        : StartCommand.ByScript(recipe.Package, StartCommand.Names.First(recipe.Package.Scripts.ContainsKey), recipe.Version).Words;
}
