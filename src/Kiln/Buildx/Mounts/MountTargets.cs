using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.Primitives;

namespace Kiln.Buildx.Mounts;

/// <summary>The targets that pack and unpack the mounts of images: pure.</summary>
/// <param name="folder">Where the generated Dockerfiles lie, each in a folder of its own.</param>
sealed class MountTargets(string folder)
{
    const long Kilobyte = 1024;

    /// <summary>Where the stamp of one packing belongs.</summary>
    internal string StampFile => Path.Combine(folder, "stamp");

    /// <summary>The stamp's content: what makes it a new one, and how much each image may keep.</summary>
    internal static string Stamp(string number, long maximumSize) => $"{number} {maximumSize / Kilobyte}";

    /// <summary>Reads the mounts as they are now, and writes them to caches.</summary>
    internal BakeTarget Pack(CarriedMounts carried, string stamp, ValueList<CacheEntry> caches) => Target(carried) with
    {
        Stage = MountDockerfile.PackedStage,
        Args =
        [
            .. carried.Mounts.Arguments,
            new(MountDockerfile.StampArgument, stamp),
            new(MountDockerfile.StampStageArgument, MountDockerfile.FreshStage),
        ],
        Secrets = [BuildSecret.OfFile(MountDockerfile.Secret, StampFile)],
        // Never a stage that mounts a cache: BuildKit would throw the cache away.
        UncachedStages = MountDockerfile.StampStages,
        CacheTo = MountCaches.Write(caches),
    };

    /// <summary>Fills empty mounts with what caches hold.</summary>
    internal BakeTarget Unpack(CarriedMounts carried, ValueList<CacheEntry> caches) => Target(carried) with
    {
        Stage = MountDockerfile.UnpackedStage,
        Args = carried.Mounts.Arguments,
        CacheFrom = caches,
    };

    BakeTarget Target(CarriedMounts carried) => new(BakePlan.NameOf(carried.Image))
    {
        Context = Path.Combine(folder, BakePlan.NameOf(carried.Image)),
        Dockerfile = Path.Combine(folder, BakePlan.NameOf(carried.Image), "Dockerfile"),
    };
}
