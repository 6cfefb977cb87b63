namespace Kiln.Scaffolding.Node;

/// <summary>What somebody should know of a package's image.</summary>
static class NodeNotes
{
    public static IEnumerable<string> On(NodeRecipe recipe)
    {
        var (package, manager) = (recipe.Package, recipe.Manager);
        if (manager.Lock is null && package.AllDependencies.Any())
            yield return package.HasFile("bun.lock") || package.HasFile("bun.lockb")
                ? "Bun's lock file is not read, so each build takes the newest packages: run npm install once, and keep its package-lock.json."
                : "There is no lock file, so each build takes the newest packages: "
                  + $"run {manager.Name.ToLowerInvariant()} install, and keep the file that it writes.";
        if (manager.Prune is null && recipe.Site is null)
            yield return "This Yarn has no 'workspaces focus', so the image also has what only building needs: yarn plugin import workspace-tools, or Yarn 4, has it.";
        if (manager.Lock is not null && PackageManager.Locks.Where(recipe.Root.HasFile).ToArray() is { Length: > 1 } several)
            yield return $"There are several lock files ({string.Join(", ", several)}); {manager.Lock} is used.";
        if (recipe.Root.TextOf(".npmrc") is { } settings && settings.Contains("_authToken", StringComparison.Ordinal))
            yield return ".npmrc names a token: give it to the install steps as a secret (Secrets of the ImageSpec, --mount=type=secret), never as an ARG.";
        if (recipe.Next is { IsStandalone: false } next)
            yield return $"{next.File ?? "next.config.js"} has no output: 'standalone', so node_modules is copied whole; "
                + "with it the image has what the server needs, and no more.";
        if (recipe is { Next.IsStandalone: true, Workspace: { } workspace })
            yield return $"The server is expected at {workspace.PathOf(package)}/server.js of .next/standalone: "
                + "there it is when outputFileTracingRoot is the workspace's root.";
        if (recipe.RunsDevDependency)
            yield return $"'{recipe.Start!.Package}' starts the program and is among devDependencies, so these are all installed: "
                + "move it to dependencies, or start what a build compiled.";
        if (recipe is { Site: null, Next: null, Build: not null } && CopyNote(recipe) is { } note)
            yield return note;
        string[] prepare = [.. recipe.Packages.SelectMany(x => x.PrepareScripts).Distinct()];
        if (prepare.Length > 0)
            yield return $"Scripts that set up a working copy ({string.Join(", ", prepare)}) are not run: an image has no use for git hooks. "
                + "What builds belongs into the script 'build'.";
        foreach (var need in recipe.System.Notes)
            yield return need;
        if (recipe.Site is null && NodeFinal.PortOf(recipe) is null)
            yield return "Which port it listens on is not known: add EXPOSE to the last stage.";
    }

    static string? CopyNote(NodeRecipe recipe) =>
        recipe.Workspace is not null && NodeMemberDockerfile.Deploys(recipe) ? null
        : recipe.HasInstallScripts ? "Install scripts need the sources, so all is copied from where they ran."
        : recipe.UsesPrisma ? "Prisma's client is generated among the packages, so all is copied from where that was done."
        : recipe.Output is { } output ? $"Of the build only {output}/ is copied. If the program reads other files, add them to the last stage."
        : "Which folder the build writes to is not known, so all is copied from where it ran.";
}
