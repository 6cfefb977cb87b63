using Kiln.Primitives;
using Kiln.Pushing;

namespace Kiln.Buildx.Loading;

/// <summary>What images are called in an engine: <c>api:0123456789ab</c>, without a registry.</summary>
static class LocalNames
{
    internal static ValueList<ImageReference> Of(LoadRequest request, ImageSpec image)
    {
        var tags = TagPlan.NamesFor(image, request.Commit, request.Tags);
        return (tags.Count > 0 ? tags : ["latest"]).Distinct()
            .Select(x => ImageReference.Parse($"{image.Name}:{x}")).ToValueList();
    }
}
