using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>The targets of one solve with their caches: not part of what an image is made of, so added when all else is settled.</summary>
static class CachedTargets
{
    /// <summary>
    /// All targets read, except those of images that were solved before: the builder has their steps. Those of images that are wanted
    /// also write. A single stage only reads: its steps are in its image's cache.
    /// </summary>
    internal static ValueList<BakeTarget> Of(
        ILookup<ImageSpec, BakeTarget> targets, ValueList<ImageSpec> wanted, IReadOnlyCollection<ImageSpec> solved, CacheSession caches)
    {
        var cached = new List<BakeTarget>();
        foreach (var image in targets)
        {
            var (isRead, isWritten) = (!solved.Contains(image.Key), wanted.Contains(image.Key));
            foreach (var target in image)
            {
                var kept = PlatformTargets.IsPart(image.Key, target) ? image.Key with { Platforms = target.Platforms } : image.Key;
                cached.Add(target with
                {
                    CacheFrom = isRead ? caches.ReadsOf(kept) : [],
                    CacheTo = isWritten && BakePlan.MakesImage(image.Key, target) ? caches.WritesOf(kept) : [],
                });
            }
        }

        return cached.ToValueList();
    }
}
