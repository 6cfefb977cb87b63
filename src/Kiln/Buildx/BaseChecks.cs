using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>
/// What is wrong with how images are made from each other, and which BuildKit would not say: it would take a stage for an image,
/// or build on a base of another architecture.
/// </summary>
static class BaseChecks
{
    /// <summary><c>FROM base AS base</c>: the stage would hide the image of the build.</summary>
    internal static IEnumerable<string> HiddenBases(ValueList<ImageSpec> images)
    {
        foreach (var image in images)
        {
            var dockerfile = image.ParseDockerfile();
            var hidden = ImageTargets.HiddenBy(dockerfile, image, images);
            if (hidden.Count == 0)
                continue;
            foreach (var found in ImageTargets.Of(image, dockerfile, images, Platform.LinuxAmd64)
                .SelectMany(x => TargetInputs.Of(dockerfile, x).Inputs).OfType<ExternalInput.Image>()
                .Select(x => (Name: hidden.FirstOrDefault(y => ImageReference.Parse(y).WithDefaultTag() == x.Reference), x.Line))
                .Where(x => x.Name is not null).Distinct())
            {
                yield return $"Image '{image.Name}': {image.DockerfileName()}, line {found.Line}, starts from '{found.Name}', which is an image of this "
                    + "build and also a stage of the file; BuildKit cannot have both. Rename the stage, or the image.";
            }
        }
    }

    /// <summary>Bases that lack a platform which an image uses them for.</summary>
    internal static IEnumerable<string> LackingPlatforms(ValueList<ImageSpec> images, ImageGraph graph)
    {
        foreach (var image in images)
        {
            foreach (var use in graph.UsesOf(image).GroupBy(x => x.Name))
            {
                var (what, has) = SourceOf(image, use.Key, images);
                var lacking = use.Select(x => x.Platform).Where(x => !has.Contains(x)).Distinct().ToArray();
                if (what is not null && lacking.Length > 0)
                {
                    yield return $"Image '{image.Name}' is made from {what} for {string.Join(", ", lacking.AsEnumerable())}, and that one is for "
                        + $"{string.Join(", ", has)} only. Add the platform there, or take it out of image '{image.Name}'.";
                }
            }
        }
    }

    // A folder is for every platform, and what a registry's image is for the lock knows.
    static (string? What, ValueList<Platform> Has) SourceOf(ImageSpec image, string name, ValueList<ImageSpec> images) =>
        image.NamedContexts.GetValueOrDefault(name) is BuildContext.Layout { Path: var path }
            ? ($"the OCI layout '{path}'", OciLayout.Open(path).ReadPlatforms())
            : ImageGraph.BaseOf(image, name) is { } other
                ? ($"image '{other}'", images.Single(x => x.Name == other).Platforms)
                : (null, []);
}
