using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What one cache is for: an image and the platforms that are built together. Two scopes never have one name.</summary>
public sealed record CacheScope(string Image, ValueList<Platform> Platforms)
{
    internal static CacheScope Of(ImageSpec image) => new(image.Name, image.Platforms);

    /// <summary>The platforms as a part of a tag, sorted and without dots: <c>linux-amd64_linux-arm64</c>.</summary>
    internal string PlatformName => RefName.Shorten(
        string.Join('_', Platforms.Select(x => x.ToString().Replace('/', '-')).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>Image and platforms: neither holds a colon.</summary>
    public override string ToString() => $"{Image}:{PlatformName}";

    /// <summary>
    /// Image, platforms and ref. No part can be taken for another: only the ref may hold a dot, and it stands last.
    /// </summary>
    public string At(string reference) => $"{this}.{RefName.Of(reference)}";
}
