using Kiln.Primitives;

namespace Kiln.Caching.Mounts;

/// <summary>Where the mounts of an image go: the caches of its layers, under a scope of their own.</summary>
static class MountCaches
{
    /// <summary>The entries of the image's scope that mounts can use.</summary>
    internal static CacheUse Of(CachePlan plan, ImageSpec image) => plan.UseBeside(image, CacheScope.OfMounts(image.Name));

    /// <summary>Layers of the last stage only, which are what was packed; with 'max' those of the base image would go along.</summary>
    internal static ValueList<CacheEntry> Write(IEnumerable<CacheEntry> entries) =>
        entries.Select(x => x.With("mode", "min")).ToValueList();
}
