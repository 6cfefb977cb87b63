using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Writing;

/// <summary>A <c>.dockerignore</c>: what a language adds, between what all leave out.</summary>
static class IgnoreText
{
    const string Start = """
        # Written by Kiln ('./build.sh Scaffold'). It is yours to edit.
        # What the image does not need is not sent, and its changes are no reason to build again.
        **/.git
        **/.gitignore
        **/.gitattributes
        .github
        .gitlab-ci.yml

        # Images are described by these; no image holds them.
        **/Dockerfile
        **/*.Dockerfile
        **/.dockerignore
        **/*.dockerignore
        **/compose*.y*ml
        **/docker-compose*.y*ml

        # Settings of editors
        **/.idea
        **/.vs
        **/.vscode
        **/*.swp
        **/.DS_Store
        """;

    static readonly string[] Secrets = ["**/.env", "**/.env.*", "**/*.pem", "**/*.key", "**/*.pfx"];

    static readonly string[] BuildFiles = ["build.sh", "build.cmd", "build.ps1", "kiln.lock"];

    /// <summary>The same text for the folder that is sent; from the repository's root nothing of the build goes along.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="context">The folder, from the root.</param>
    /// <param name="text">What a language leaves out.</param>
    public static string Sent(FolderTree tree, string context, string text)
    {
        var hasProject = tree.HasFile("build/_build.csproj");
        if (context.Length > 0 || (!hasProject && !tree.HasFolder(".nuke")))
            return text;
        // Projects may import what else is in there.
        var isShared = tree.FilesIn("build").Any(x => Path.GetExtension(x) is ".props" or ".targets");
        return $"{text}\n{Block("# The build makes images, and is in none.", hasProject && !isShared ? ["build", .. BuildFiles] : BuildFiles)}\n";
    }

    /// <summary>The text for a language that leaves out these patterns.</summary>
    /// <param name="results">What builds, tools and tests leave behind.</param>
    /// <param name="secrets">Default: the usual ones.</param>
    /// <param name="others">What belongs to other images of the repository. Default: nothing.</param>
    /// <param name="kept">Folders that are sent as they are, whatever is in them. Default: none.</param>
    public static string Of(
        IEnumerable<string> results, IEnumerable<string>? secrets = null, IEnumerable<string>? others = null, IEnumerable<string>? kept = null)
    {
        ValueList<string> left = [.. results, "coverage", "**/*.log", "**/.nuke", "artifacts"];
        string?[] blocks =
        [
            Start,
            Block("# Secrets: whoever pulls an image can read them.", secrets ?? Secrets),
            Block("# Results of builds and tests are made anew.", left.Distinct()),
            Block("# Parts that this image does not use; their manifests are read all the same.", others ?? []),
            Block("# Packages that the repository holds are complete, whatever their files are called.", (kept ?? []).Select(x => $"!{x}/**")),
        ];
        return $"{string.Join("\n\n", blocks.OfType<string>())}\n";
    }

    static string? Block(string comment, IEnumerable<string> patterns) =>
        patterns.ToArray() is { Length: > 0 } all ? $"{comment}\n{string.Join('\n', all)}" : null;
}
