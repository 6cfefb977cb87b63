using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;
using Kiln.Dockerfiles.Stages;
using Kiln.Primitives;

namespace Kiln.Images;

/// <summary>From the description of an image to what is built of its Dockerfile.</summary>
static class ImageTargets
{
    /// <summary>
    /// One for each platform, and one more for a named single stage and for a test stage each. Other images of the build go by their names; where the
    /// Dockerfile has a stage of such a name, the stage is meant, as it would be if the image were built alone. A named context
    /// takes such a stage's place: that is what somebody asked for.
    /// </summary>
    internal static IEnumerable<BuildTarget> Of(
        ImageSpec image, Dockerfile dockerfile, ValueList<ImageSpec> all, Platform buildPlatform)
    {
        var hidden = HiddenBy(dockerfile, image, all);
        var first = new BuildTarget(image.Platforms[0])
        {
            Stage = image.Stage,
            BuildPlatform = buildPlatform,
            BuildArgs = image.BuildArgs,
            NamedContexts = [.. image.NamedContexts.Keys, .. OthersThan(image, all).Except(hidden)],
        };
        foreach (var platform in image.Platforms)
            yield return first with { Platform = platform };
        if (image.SingleStage is { } single)
            yield return first with { Stage = single };
        if (image.TestStage is { } test)
            yield return first with { Stage = test };
    }

    /// <summary>The images of the build whose names mean stages of this Dockerfile.</summary>
    internal static ValueList<string> HiddenBy(Dockerfile dockerfile, ImageSpec image, ValueList<ImageSpec> all) =>
        OthersThan(image, all).Intersect(StageList.Of(dockerfile).Names).ToValueList();

    static IEnumerable<string> OthersThan(ImageSpec image, ValueList<ImageSpec> all) =>
        all.Select(x => x.Name).Where(x => x != image.Name);
}
