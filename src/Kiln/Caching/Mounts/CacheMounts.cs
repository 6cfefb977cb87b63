using System.Text.RegularExpressions;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Caching.Mounts;

/// <summary>The cache mounts of one image: what its stages mount, read from the Dockerfile.</summary>
public sealed partial record CacheMounts(string Image)
{
    const string NamespaceArgument = "BUILDKIT_CACHE_MOUNT_NS";

    /// <summary>Those that can be carried to another builder, each once, by id.</summary>
    public ValueList<CacheMount> Mounts { get; init; }

    /// <summary>Those that cannot, with the reason: sentences without a full stop.</summary>
    public ValueList<string> LeftOut { get; init; }

    /// <summary>What all ids of this image begin with for BuildKit (<c>BUILDKIT_CACHE_MOUNT_NS</c>). Default: nothing.</summary>
    public string? Namespace { get; init; }

    /// <summary>An image with a shell that the build fetches anyway; null where the Dockerfile names none from outside.</summary>
    public ExternalInput.Image? Shell { get; init; }

    /// <summary>Looks at all platforms and stages that are built; stages that the image does not use do not count.</summary>
    /// <param name="image">The image.</param>
    /// <param name="dockerfile">Its Dockerfile.</param>
    /// <param name="all">All images of the build, which Dockerfiles may name.</param>
    /// <param name="buildPlatform">What BuildKit runs on.</param>
    public static CacheMounts Of(ImageSpec image, Dockerfile dockerfile, ValueList<ImageSpec> all, Platform buildPlatform)
    {
        var found = ImageTargets.Of(image, dockerfile, all, buildPlatform)
            .SelectMany(x => TargetInputs.Of(dockerfile, x).MountedCaches)
            .Distinct().ToArray();
        return new CacheMounts(image.Name)
        {
            Mounts = found.Where(x => ObstacleOf(x) is null).Select(MountOf)
                .Distinct().OrderBy(x => x.ToString(), StringComparer.Ordinal).ToValueList(),
            LeftOut = found.Where(x => ObstacleOf(x) is not null)
                .Select(x => $"the cache mount '{x.Id}' of line {x.Line} is not kept: {ObstacleOf(x)}")
                .Distinct().ToValueList(),
            Namespace = image.BuildArgs.TryGetValue(NamespaceArgument, out var name) ? name : null,
            Shell = found.Select(x => x.Shell).OfType<ExternalInput.Image>().FirstOrDefault(),
        };
    }

    internal ValueMap<string> Arguments => Namespace is null ? [] : [new(NamespaceArgument, Namespace)];

    static CacheMount MountOf(MountedCache mounted) => new(mounted.Id) { Uid = mounted.Uid, Gid = mounted.Gid, Mode = mounted.Mode };

    // What has to be quoted to be written into a Dockerfile again is rare, and no quoting is like another.
    static string? ObstacleOf(MountedCache mounted) => mounted.Obstacle
        ?? (Plain().IsMatch(MountOf(mounted).ToString()) ? null : "its options hold more than letters, digits and '/._:@+~-'");

    [GeneratedRegex("^[A-Za-z0-9/._:@+~=,-]+$")]
    private static partial Regex Plain();
}
