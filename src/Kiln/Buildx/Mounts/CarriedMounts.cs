using Kiln.Caching.Mounts;
using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Buildx.Mounts;

/// <summary>The mounts of one image, and an image with a shell for the steps that carry them.</summary>
sealed record CarriedMounts(ImageSpec Image, CacheMounts Mounts, ExternalInput.Image Shell)
{
    /// <summary>Reads the Dockerfiles, and says what is left out.</summary>
    internal static ValueList<CarriedMounts> Of(BuildRequest request, ValueList<ImageSpec> images, IReporter reporter)
    {
        var found = images.Select(x => (Image: x, Mounts: Read(x, request))).ToArray();
        // Nothing of it ends up in a mount, so where an image names none itself, another's will do.
        var any = found.Select(x => x.Mounts.Shell).OfType<ExternalInput.Image>().FirstOrDefault();
        foreach (var (image, mounts) in found)
        {
            foreach (var reason in mounts.LeftOut)
                reporter.Information($"{image.Name}: {reason}");
            if (mounts.Mounts.Count > 0 && any is null)
            {
                reporter.Information(
                    $"{image.Name}: its cache mounts are not kept: no step with a shell mounts them in a stage that starts from an image "
                    + "of a registry");
            }
        }

        return found.Where(x => x.Mounts.Mounts.Count > 0 && any is not null)
            .Select(x => new CarriedMounts(x.Image, x.Mounts, x.Mounts.Shell ?? any!)).ToValueList();
    }

    static CacheMounts Read(ImageSpec image, BuildRequest request) =>
        CacheMounts.Of(image, image.ParseDockerfile(), request.Images, request.Engine.Platform);
}
