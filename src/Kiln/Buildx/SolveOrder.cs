using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>Which images are solved together, and what comes first.</summary>
static class SolveOrder
{
    internal static ValueList<ValueList<ImageSpec>> Of(BuildRequest request, ValueList<ImageSpec> images, ImageGraph graph) =>
        images.Count == 0 ? []
        : IsOneByOne(request, images) ? graph.BasesFirst(images).Select(x => ValueList.Create([x])).ToValueList()
        : ValueList.Create([images]);

    static bool IsOneByOne(BuildRequest request, ValueList<ImageSpec> images) => request.Strategy switch
    {
        BuildStrategy.OneSolve => false,
        BuildStrategy.OneSolvePerImage => true,
        // Written the same way as read: how an image is solved decides under which keys its steps are kept.
        _ => images.Count > 1 && images.Select(x => request.Caches.UseOf(x)).Any(x => x.From.Count > 0 || x.To.Count > 0),
    };
}
