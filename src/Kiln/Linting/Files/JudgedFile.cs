using Kiln.Buildx;
using Kiln.Dockerfiles;
using Kiln.Images;
using Kiln.Linting.Scripts;

namespace Kiln.Linting.Files;

/// <summary>A Dockerfile, and the images that are made of it.</summary>
/// <param name="Path">Relative to the repository, with slashes; for inline text the name of its image.</param>
/// <param name="Text">All of it.</param>
/// <param name="File">Null for text in the build, which nobody can mend but its author.</param>
/// <param name="Images">At least one.</param>
sealed record JudgedFile(string Path, string Text, DockerfileBytes? File, IReadOnlyList<LintedImage> Images)
{
    /// <summary>The files of the images that were asked for, each once.</summary>
    public static IReadOnlyList<JudgedFile> Of(LintRequest request)
    {
        ImageChecks.RequireSources(request.Images);
        return [.. request.Images.GroupBy(x => x.InlineDockerfile is null ? x.DockerfilePath : x.InlineName()).Select(x => Of(request, x.Key, [.. x]))];
    }

    /// <summary>The file of one image, judged for that image alone.</summary>
    public static JudgedFile Of(LintRequest request, ImageSpec image)
    {
        ImageChecks.RequireSources([image]);
        return Of(request, image.InlineDockerfile is null ? image.DockerfilePath : image.InlineName(), [image]);
    }

    /// <summary>The scripts of its RUNs, which are the same for all images.</summary>
    public IReadOnlyList<RunScript> Scripts(LintOptions options) => RunScript.In(new LintSubject(Dockerfile.Parse(Text, Path), options));

    /// <summary>What a linter says of it: the findings of all images, those that are the same once.</summary>
    public LintReport Judge(Linter linter, ScriptAnswers? answers = null)
    {
        var reports = Images.Select(x => linter.Lint(Text, Path, x with { Answers = answers ?? ScriptAnswers.None })).ToArray();
        return reports[0] with
        {
            Findings = [.. reports.SelectMany(x => x.Findings).DistinctBy(x => (x.Rule, x.Span, x.Message)).OrderBy(x => x.Span.Start)],
        };
    }

    static JudgedFile Of(LintRequest request, string key, ImageSpec[] images)
    {
        if (images[0].InlineDockerfile is { } text)
            return new JudgedFile(key, text, null, [.. images.Select(x => ImageOf(request, x))]);
        var file = DockerfileBytes.Read(key);
        var path = System.IO.Path.GetRelativePath(request.Folders.Root, key).Replace('\\', '/');
        return new JudgedFile(path, file.Text, file, [.. images.Select(x => ImageOf(request, x))]);
    }

    static LintedImage ImageOf(LintRequest request, ImageSpec image) => new()
    {
        Target = image.Stage,
        NeedsHealthCheck = image.NeedsHealthCheck,
        Context = ContextFolder.Of(image, request.Folders),
        Provided = [.. image.NamedContexts.Keys, .. request.Images.Select(x => x.Name)],
    };
}
