using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>The last stage of Dockerfiles of Node.js.</summary>
static class NodeFinal
{
    const int UsualPort = 3000;

    // Folders that servers read while they run, by habit.
    static readonly string[] ReadAtRunTime = ["public", "views", "templates", "static", "assets", "locales", "migrations", "prisma", "drizzle", "config"];

    static readonly string[] OnUsualPort = ["@nestjs/core", "@remix-run/serve", "@react-router/serve", "@sveltejs/adapter-node"];

    /// <summary>The name of the web server's settings, beside the package.</summary>
    public const string SiteSettings = "nginx.site.conf";

    public const string SiteSettingsText = """
        # Written by Kiln ('./build.sh Scaffold') for a page with routes of its own. It is yours to edit.
        # What is no file is answered with the page, which knows its routes.
        server {
            listen 8080;
            root /usr/share/nginx/html;

            location / {
                try_files $uri $uri/ /index.html;
            }
        }

        """;

    public static int? PortOf(NodeRecipe recipe) =>
        recipe.Next is not null ? UsualPort : recipe.Package.Port() ?? (OnUsualPort.Any(recipe.Package.Uses) ? UsualPort : null);

    /// <summary>Files beside the build's results that the program may read.</summary>
    public static IEnumerable<string> RunTimeFolders(NodePackage package, string? output) =>
        ReadAtRunTime.Where(x => x != output && package.HasFolder(x));

    /// <summary>A web server with the pages.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="pages">Where the stage 'build' has them.</param>
    /// <param name="settings">From the context; null for the server's own.</param>
    public static string Site(string image, string pages, string? settings) => DockerfileText.Lines(
        "# final is nginx with the pages, for a user without rights: it listens on 8080.",
        $"FROM {BaseTags.Nginx} AS final",
        DockerfileText.Title(image),
        settings is null ? null : DockerfileText.Copy([settings], "/etc/nginx/conf.d/default.conf"),
        DockerfileText.Copy([pages], "/usr/share/nginx/html/", "--from=build"),
        "USER 101",
        "EXPOSE 8080");

    /// <summary>Node.js with what runs.</summary>
    public static string Server(
        NodeRecipe recipe, string image, IEnumerable<string> copies, IEnumerable<string> command, params string[] variables) => DockerfileText.Lines(
    [
        "# final has Node.js and what runs; caches, and what only builds, stay behind.",
        $"FROM {NodeSteps.Image(recipe)} AS final",
        DockerfileText.Title(image),
        .. recipe.System.RunTimeSteps,
        $"ENV {string.Join(' ', ["NODE_ENV=production", .. variables, .. recipe.Start?.Variables ?? []])}",
        "WORKDIR /app",
        .. copies,
        "USER 1000:1000",
        DockerfileText.Expose(PortOf(recipe)),
        $"CMD {DockerfileText.Json(command)}",
    ]);
}
