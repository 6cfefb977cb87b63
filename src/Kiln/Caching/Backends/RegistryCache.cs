namespace Kiln.Caching.Backends;

/// <summary>A registry; each image has its repository below the place, and each set of platforms and branch its tag.</summary>
public sealed record RegistryCache(RegistryNamespace Place) : CacheBackend
{
    /// <inheritdoc />
    public override string Title => $"the registry {Place}";

    /// <inheritdoc />
    public override string Type => "registry";

    internal ImageReference Locate(CacheScope scope, string reference) =>
        Place.Image(scope.Image).WithTag($"{scope.PlatformName}.{RefName.Of(reference)}");

    internal override CacheEntry Read(CacheScope scope, string reference) => Entry(("ref", Locate(scope, reference).ToString()));

    // An image manifest, since some registries refuse an index that lists layers; both are BuildKit's defaults by now.
    internal override CacheEntry Write(CacheScope scope, string reference) => Entry(
        ("ref", Locate(scope, reference).ToString()), ("mode", "max"), 
        ("image-manifest", "true"),
        ("oci-mediatypes", "true"),
        ("compression", "zstd"));
}
