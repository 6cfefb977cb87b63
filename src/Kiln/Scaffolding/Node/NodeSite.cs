using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

/// <summary>A site that a build makes of sources, and a web server serves.</summary>
/// <param name="Kind">What makes it.</param>
/// <param name="Output">The folder that the build writes to, from the package's.</param>
sealed partial record NodeSite(string Kind, string Output)
{
    /// <summary>Its paths are its own routes, which the server answers with index.html.</summary>
    public bool HasRoutes { get; init; }

    /// <summary>Its own settings say that there are pages only, whatever its scripts start.</summary>
    public bool IsExported { get; init; }

    /// <summary>A site, or null: for a package that is started, and for one that builds none.</summary>
    public static NodeSite? Of(FolderTree tree, NodePackage package)
    {
        if (package.BuildScript is not { } build)
            return null;
        if (build.Contains("next build", StringComparison.Ordinal))
            return NextSettings.Of(package) is { IsExported: true } ? new NodeSite("exported Next.js", "out") { IsExported = true } : null;
        if (package.Uses("@sveltejs/kit"))
            return package.Uses("@sveltejs/adapter-static") ? new NodeSite("SvelteKit", "build") : null;
        if (build.Contains("astro build", StringComparison.Ordinal))
            return package.Uses("@astrojs/node") ? null : new NodeSite("Astro", "dist");
        if (build.Contains("react-scripts build", StringComparison.Ordinal))
            return new NodeSite("Create React App", "build") { HasRoutes = true };
        if (build.Contains("ng build", StringComparison.Ordinal))
            return Angular(tree, package);
        if (build.Contains("vue-cli-service build", StringComparison.Ordinal))
            return new NodeSite("Vue CLI", "dist") { HasRoutes = true };
        if (build.Contains("gatsby build", StringComparison.Ordinal))
            return new NodeSite("Gatsby", "public");
        if (build.Contains("docusaurus build", StringComparison.Ordinal))
            return new NodeSite("Docusaurus", "build");
        if (build.Contains("eleventy", StringComparison.Ordinal))
            return new NodeSite("Eleventy", "_site");
        var hasServer = package.Uses("@react-router/node") || build.Contains("--ssr", StringComparison.Ordinal);
        return build.Contains("vite build", StringComparison.Ordinal) && !hasServer
            ? new NodeSite("Vite", ViteOutput(package)) { HasRoutes = true }
            : null;
    }

    static string ViteOutput(NodePackage package)
    {
        var settings = package.TextOf("vite.config.ts", "vite.config.js", "vite.config.mjs", "vite.config.mts") ?? "";
        var path = Paths.Normalize(OutputFolder().Match(settings).Groups[1].Value);
        return path.Length > 0 && !Paths.IsOutside(path) ? path : "dist";
    }

    // The application builder, which is the default since Angular 17, puts the pages into a folder 'browser'.
    static NodeSite? Angular(FolderTree tree, NodePackage package)
    {
        if (!package.HasFile("angular.json") || JsonFile.Read(tree, Paths.Join(package.Folder, "angular.json")) is not { } settings
            || settings.Find("projects") is not { } projects || projects.EnumerateObject().Select(x => x.Name).FirstOrDefault() is not { } name)
            return null;
        var build = settings.Has("projects", name, "architect") ? "architect" : "targets";
        var output = settings.Find("projects", name, build, "build", "options", "outputPath") is { ValueKind: System.Text.Json.JsonValueKind.String } path
            ? path.GetString()!
            : $"dist/{name}";
        var isNew = settings.Text("projects", name, build, "build", "builder")?.EndsWith(":application", StringComparison.Ordinal) ?? false;
        return new NodeSite("Angular", isNew ? $"{output}/browser" : output) { HasRoutes = true };
    }

    [GeneratedRegex("""outDir\s*:\s*["']([^"']+)["']""")]
    private static partial Regex OutputFolder();
}
