using Kiln.Primitives;

namespace Kiln.Caching.Mounts;

/// <summary>Where the mounts of an image go: the caches of its layers, under a scope of their own.</summary>
static class MountCaches
{
    internal static CacheScope ScopeOf(ImageSpec image) => CacheScope.OfMounts(image.Name);

    /// <summary>The entries of the image's scope that mounts can use.</summary>
    internal static CacheUse Of(CachePlan plan, ImageSpec image)
    {
        var (layers, mounts) = (plan.UseOf(image), plan.UseOf(ScopeOf(image)));
        return new CacheUse { From = Fit(mounts.From, layers.From), To = Fit(mounts.To, layers.To) };
    }

    /// <summary>Layers of the last stage only, which are what was packed; with 'max' those of the base image would go along.</summary>
    internal static ValueList<CacheEntry> Write(IEnumerable<CacheEntry> entries) =>
        entries.Select(x => x.With("mode", "min")).ToValueList();

    // An inline cache lies in an image, and there is none; a custom one that names no {platforms} would overwrite the layers.
    static ValueList<CacheEntry> Fit(ValueList<CacheEntry> mounts, ValueList<CacheEntry> layers) =>
        mounts.Where(x => x.Type != "inline" && !layers.Contains(x)).ToValueList();
}
