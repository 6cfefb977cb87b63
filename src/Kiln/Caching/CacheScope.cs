using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What one cache is for: an image and the platforms that are built together. Two scopes never have one name.</summary>
public sealed record CacheScope(string Image, ValueList<Platform> Platforms)
{
    internal static CacheScope Of(ImageSpec image) => new(image.Name, image.Platforms);

    /// <summary>What an image's cache mounts are kept under. They are for all platforms: BuildKit tells mounts apart by their ids only.</summary>
    internal static CacheScope OfMounts(string image) => new(image, []);

    /// <summary>
    /// The platforms as a part of a tag, sorted and without dots: <c>linux-amd64_linux-arm64</c>; <c>mounts</c> where there are none, which
    /// no image has and no platform is called.
    /// </summary>
    internal string PlatformName => Platforms.Count == 0 ? "mounts" : RefName.Shorten(
        string.Join('_', Platforms.Select(x => x.ToString().Replace('/', '-')).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>Image and platforms: neither holds a colon.</summary>
    public override string ToString() => $"{Image}:{PlatformName}";

    /// <summary>
    /// Image, platforms and ref. No part can be taken for another: only the ref may hold a dot, and it stands last.
    /// </summary>
    public string At(string reference) => $"{this}.{RefName.Of(reference)}";
}
