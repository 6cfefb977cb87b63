using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What one cache is for: an image and the platforms that are built together, or what is beside it. Two scopes never have one name.</summary>
public sealed record CacheScope(string Image, ValueList<Platform> Platforms)
{
    const string Mounts = "mounts";
    const string Tests = "tests";

    // Neither is how a platform is called.
    string? Beside { get; init; }

    internal static CacheScope Of(ImageSpec image) => new(image.Name, image.Platforms);

    /// <summary>All that hold steps of an image.</summary>
    internal static IEnumerable<CacheScope> AllOf(ImageSpec image) => image.TestStage is null ? [Of(image)] : [Of(image), OfTests(image.Name)];

    /// <summary>What an image's cache mounts are kept under. They are for all platforms: BuildKit tells mounts apart by their ids only.</summary>
    internal static CacheScope OfMounts(string image) => new(image, []) { Beside = Mounts };

    /// <summary>What the steps of an image's test stage are kept under: none of them is in the image, so they are not in its cache.</summary>
    internal static CacheScope OfTests(string image) => new(image, []) { Beside = Tests };

    /// <summary>Whether a text is what <see cref="PlatformName"/> says of a scope beside an image.</summary>
    internal static bool IsBeside(string platformName) => platformName is Mounts or Tests;

    /// <summary>
    /// The platforms as a part of a tag, sorted and without dots: <c>linux-amd64_linux-arm64</c>; <c>mounts</c> or <c>tests</c> for what is
    /// beside the image.
    /// </summary>
    internal string PlatformName => Beside ?? RefName.Shorten(
        string.Join('_', Platforms.Select(x => x.ToString().Replace('/', '-')).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>Image and platforms: neither holds a colon.</summary>
    public override string ToString() => $"{Image}:{PlatformName}";

    /// <summary>
    /// Image, platforms and ref. No part can be taken for another: only the ref may hold a dot, and it stands last.
    /// </summary>
    public string At(string reference) => $"{this}.{RefName.Of(reference)}";
}
