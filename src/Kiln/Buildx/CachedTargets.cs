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
            var reads = solved.Contains(image.Key) ? [] : caches.ReadsOf(image.Key);
            var writes = wanted.Contains(image.Key) ? caches.WritesOf(image.Key) : [];
            cached.AddRange(image.Select(x => x with
            {
                CacheFrom = reads,
                CacheTo = x.Name == BakePlan.NameOf(image.Key) ? writes : [],
            }));
        }

        return cached.ToValueList();
    }
}
