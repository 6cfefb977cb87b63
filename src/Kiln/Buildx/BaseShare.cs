using Kiln.Dockerfiles.Inputs;
using Kiln.Oci;

namespace Kiln.Buildx;

/// <summary>
/// How many layers of an image are its base's. The base's own manifest is not in the layout, so it is told by history: each
/// instruction of a Dockerfile leaves one entry, and what stands before those is the base's.
/// </summary>
static class BaseShare
{
    /// <summary>Layers, counted from the lowest. Null where the history does not end with just these instructions.</summary>
    internal static int? LayersOf(ImageConfig config, ImageOrigin origin)
    {
        var (history, own) = (config.History, origin.Keywords);
        var start = history.Count - own.Count;
        var fits = start >= 0
            && (origin.Base is not null || start == 0)
            && history.Count(x => !x.IsEmptyLayer) == config.DiffIds.Count
            && own.Index().All(x => history[start + x.Index].CreatedBy?.StartsWith(x.Item + " ", StringComparison.OrdinalIgnoreCase) == true);
        return fits ? history.Take(start).Count(x => !x.IsEmptyLayer) : null;
    }
}
