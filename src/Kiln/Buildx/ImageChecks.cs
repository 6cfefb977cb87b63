using Kiln.Dockerfiles.Stages;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>What can be known to be wrong with a set of images before anything runs.</summary>
public static class ImageChecks
{
    /// <summary>Throws one exception that names every problem; its code is the first one's.</summary>
    /// <param name="images">All images of the build.</param>
    /// <param name="buildPlatform">What BuildKit runs on; before that is known, nothing is said of platforms that bases lack.</param>
    public static void Require(ValueList<ImageSpec> images, Platform? buildPlatform = null)
    {
        var problems = ProblemsOf(images).ToArray();
        if (problems.Length == 0)
            problems = [.. ProblemsBetween(images, buildPlatform)];
        if (problems.Length > 0)
            throw new KilnException(problems[0].Code, string.Join("\n", problems.Select(x => x.Message)));
    }

    /// <summary>Throws one exception that names every context and Dockerfile that is missing; its code is the first one's.</summary>
    internal static void RequireSources(ValueList<ImageSpec> images)
    {
        var problems = images.Select(SourceProblemOf).OfType<(string Code, string Message)>().ToArray();
        if (problems.Length > 0)
            throw new KilnException(problems[0].Code, string.Join("\n", problems.Select(x => x.Message)));
    }

    static IEnumerable<(string Code, string Message)> ProblemsOf(ValueList<ImageSpec> images)
    {
        foreach (var twins in images.GroupBy(x => x.Name).Where(x => x.Count() > 1))
        {
            yield return (ErrorCodes.ImageNameTaken,
                $"{twins.Count()} images are called '{twins.Key}' (contexts {string.Join(", ", twins.Select(x => $"'{x.Context}'"))}). Give each its own name.");
        }

        // Its layout would lie inside the other's, and be swapped away with it.
        foreach (var (inner, outer) in from x in images from y in images where x.Name.StartsWith(y.Name + "/", StringComparison.Ordinal) select (x, y))
        {
            yield return (ErrorCodes.ImageNameTaken,
                $"The name of image '{inner.Name}' begins with that of image '{outer.Name}', whose folder it would lie in. Rename one of them.");
        }

        foreach (var problem in images.SelectMany(ProblemsOf))
            yield return problem;
        foreach (var problem in images.SelectMany(x => NamedContextChecks.ProblemsOf(x, images)))
            yield return (ErrorCodes.NamedContextInvalid, problem);
    }

    static IEnumerable<(string Code, string Message)> ProblemsBetween(ValueList<ImageSpec> images, Platform? buildPlatform)
    {
        var graph = ImageGraph.Of(images, buildPlatform ?? Platform.LinuxAmd64);
        var lacking = buildPlatform is null ? [] : BaseChecks.LackingPlatforms(images, graph);
        return graph.Cycles
            .Select(x => (
                ErrorCodes.ImageCycle,
                $"Images are made from each other in a circle: {string.Join(" → ", x)}. Give one of them another base."))
            .Concat(BaseChecks.HiddenBases(images).Select(x => (ErrorCodes.ImageNameHidden, x)))
            .Concat(lacking.Select(x => (ErrorCodes.PlatformUnsupported, x)));
    }

    static IEnumerable<(string Code, string Message)> ProblemsOf(ImageSpec image)
    {
        if (image.Platforms.Count == 0)
        {
            yield return (ErrorCodes.PlatformUnsupported,
                $"Image '{image.Name}' names no platform. Leave Platforms out for linux/amd64, or name one.");
        }

        foreach (var problem in ImageValueChecks.ProblemsOf(image))
            yield return (ErrorCodes.ImageValueInvalid, problem);
        foreach (var problem in SecretChecks.ProblemsOf(image))
            yield return problem;

        if (SourceProblemOf(image) is { } source)
        {
            yield return source;
            yield break;
        }

        var stages = StageList.Of(image.ParseDockerfile());
        var named = new[] { image.Stage, image.SingleStage, image.TestStage }.OfType<string>().Concat(image.UncachedStages).Distinct();
        foreach (var stage in named.Where(x => stages.Find(x) is null))
        {
            yield return (ErrorCodes.StageUnknown,
                $"Image '{image.Name}': {image.OwnDockerfile()} has no stage '{stage}'. {Known(stages)}");
        }
    }

    // Of these, one is enough: without a context there is no Dockerfile in it.
    static (string Code, string Message)? SourceProblemOf(ImageSpec image)
    {
        if (!Directory.Exists(image.Context))
            return (ErrorCodes.ContextMissing,
                $"Image '{image.Name}': its context '{image.Context}' is not a folder. Correct the path where the image is described.");
        if (InlineProblemOf(image) is { } inline)
            return (ErrorCodes.DockerfileAmbiguous, inline);
        return image.HasDockerfile() ? null : (ErrorCodes.DockerfileMissing,
            $"Image '{image.Name}': there is no Dockerfile at '{image.DockerfilePath}'. Write one, or name another with Dockerfile = \"…\".");
    }

    static string? InlineProblemOf(ImageSpec image) => image switch
    {
        { InlineDockerfile: not null, NamesDockerfile: true } =>
            $"Image '{image.Name}' names the Dockerfile '{image.Dockerfile}' and has an InlineDockerfile too. Take one of them out.",
        { InlineDockerfile: { } text } when string.IsNullOrWhiteSpace(text) =>
            $"Image '{image.Name}': its InlineDockerfile is empty. Write at least a FROM, or leave it out to use the file.",
        _ => null,
    };

    static string Known(StageList stages) => stages.Names is { Count: > 0 } names
        ? $"Its stages are {string.Join(", ", names.Select(x => $"'{x}'"))}."
        : "None of its stages has a name: write 'FROM … AS name'.";
}
