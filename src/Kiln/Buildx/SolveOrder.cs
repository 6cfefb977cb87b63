using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>Which images are solved together, which of their targets in one bake, and what comes first.</summary>
static class SolveOrder
{
    internal static ValueList<ValueList<ImageSpec>> Of(BuildRequest request, ValueList<ImageSpec> images, ImageGraph graph) =>
        images.Count == 0 ? []
        : IsOneByOne(request, images) ? graph.BasesFirst(images).Select(x => ValueList.Create([x])).ToValueList()
        : ValueList.Create([images]);

    /// <summary>
    /// Where a cache is shared, the stages beside images come after them, each in a bake of its own: in one bake BuildKit merges the steps that
    /// they have in common, and loses some of what it found in the cache (decision 0061).
    /// </summary>
    internal static ValueList<ValueList<BakeTarget>> RoundsOf(BuildRequest request, ILookup<ImageSpec, BakeTarget> targets, ValueList<ImageSpec> images)
    {
        var wanted = images.SelectMany(x => targets[x].Select(y => (Target: y, MakesImage: BakePlan.MakesImage(x, y)))).ToArray();
        if (request.Strategy == BuildStrategy.OneSolve || !ShareCaches(request, images))
            return [wanted.Select(x => x.Target).ToValueList()];
        return
        [
            wanted.Where(x => x.MakesImage).Select(x => x.Target).ToValueList(),
            .. wanted.Where(x => !x.MakesImage).Select(x => ValueList.Create([x.Target])),
        ];
    }

    static bool IsOneByOne(BuildRequest request, ValueList<ImageSpec> images) => request.Strategy switch
    {
        BuildStrategy.OneSolve => false,
        BuildStrategy.OneSolvePerImage => true,
        _ => images.Count > 1 && ShareCaches(request, images),
    };

    // Written the same way as read: how an image is solved decides under which keys its steps are kept.
    static bool ShareCaches(BuildRequest request, ValueList<ImageSpec> images) =>
        images.Select(x => request.Caches.UseOf(x)).Any(x => x.From.Count > 0 || x.To.Count > 0);
}
