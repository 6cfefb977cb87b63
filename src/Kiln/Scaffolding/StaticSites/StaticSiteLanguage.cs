using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.StaticSites;

/// <summary>Pages that are served as they lie there.</summary>
sealed class StaticSiteLanguage() : Language(ScaffoldLanguage.StaticSite, "Static site", "index.html")
{
    // Pages in there are parts of something, or made by it.
    static readonly string[] Parts = ["templates", "template", "views", "public", "static", "wwwroot", "assets", "coverage", "reports"];

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        var marker = Paths.Join(folder, "index.html");
        var isWithin = Paths.WithParents(folder).Skip(1).Any(x => folder.Length > 0 && tree.HasFile(Paths.Join(x, "index.html")));
        if (!tree.HasFile(marker) || isWithin || folder.Split('/').Any(Parts.Contains))
            return [];

        return
        [
            new FoundProject(Id, folder, marker)
            {
                Kind = "static site",
                Title = Paths.Name(folder),
                Dockerfile = name => DockerfileText.Of(
                    $"""
                    # final is nginx with a configuration for a user without rights: it listens on 8080.
                    FROM {BaseTags.Nginx} AS final
                    {DockerfileText.Title(name)}
                    COPY . /usr/share/nginx/html/
                    USER 101
                    EXPOSE 8080
                    """),
                Ignore = IgnoreText.Of(["**/*.bak"]),
            },
        ];
    }
}
