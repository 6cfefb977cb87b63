using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>The targets of one solve with their caches: not part of what an image is made of, so added when all else is settled.</summary>
static class CachedTargets
{
    /// <summary>
    /// All targets read, except those of images that were solved before: the builder has their steps. Those of images that are wanted
    /// also write. A single stage only reads: its steps are in its image's cache. Those of a test stage are not, so it has a cache of its own,
    /// which holds all that comes before them too.
    /// </summary>
    internal static ValueList<BakeTarget> Of(
        ILookup<ImageSpec, BakeTarget> targets, ValueList<ImageSpec> wanted, IReadOnlyCollection<ImageSpec> solved, CacheSession caches) => targets
        .SelectMany(x => x.Select(y => y with
        {
            CacheFrom = solved.Contains(x.Key) ? [] : ReadsOf(x.Key, y, caches),
            CacheTo = wanted.Contains(x.Key) ? WritesOf(x.Key, y, caches) : [],
        }))
        .ToValueList();

    // Of both caches at once, BuildKit now and then takes a step by the one's name for it, and finds no next one in the other.
    static ValueList<CacheEntry> ReadsOf(ImageSpec image, BakeTarget target, CacheSession caches) =>
        target.Name == BakePlan.TestNameOf(image) && caches.TestReadsOf(image) is { Count: > 0 } own ? own : caches.ReadsOf(KeptAs(image, target));

    static ValueList<CacheEntry> WritesOf(ImageSpec image, BakeTarget target, CacheSession caches) =>
        target.Name == BakePlan.TestNameOf(image) ? caches.TestWritesOf(image)
        : BakePlan.MakesImage(image, target) ? caches.WritesOf(KeptAs(image, target))
        : [];

    // A part for a platform has a cache of its own.
    static ImageSpec KeptAs(ImageSpec image, BakeTarget target) =>
        PlatformTargets.IsPart(image, target) ? image with { Platforms = target.Platforms } : image;
}
