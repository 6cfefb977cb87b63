using Kiln.Primitives;
using Kiln.Pushing;

namespace Kiln.Buildx.Loading;

/// <summary>What images are called in an engine: <c>api:0123456789ab</c>, without a registry.</summary>
static class LocalNames
{
    internal static ValueList<ImageReference> Of(LoadRequest request, ImageSpec image) =>
        TagsOf(request, image).Select(x => ImageReference.Parse($"{image.Name}:{x.Name}")).ToValueList();

    // What must not be published may well be tried out: on this machine nobody takes it for more than it is.
    static ValueList<PlannedTag> TagsOf(LoadRequest request, ImageSpec image)
    {
        try
        {
            return TagPlan.For(image, request.Commit, request.Tags);
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.TagMissing)
        {
            return [new PlannedTag("latest", IsMutable: true)];
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.LatestOfDirtyTree)
        {
            return TagPlan.For(image, request.Commit! with { IsDirty = false }, request.Tags);
        }
    }
}
