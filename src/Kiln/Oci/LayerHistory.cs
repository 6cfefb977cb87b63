using Kiln.Secrets;

namespace Kiln.Oci;

/// <summary>Which instruction made which layer, for people: values that look like secrets are masked.</summary>
static class LayerHistory
{
    /// <summary>One instruction a layer, lowest first; nulls where the history does not fit the layers.</summary>
    public static IReadOnlyList<string?> Instructions(ImageConfig config)
    {
        var makers = config.History
            .Where(entry => !entry.IsEmptyLayer)
            .Select(entry => entry.CreatedBy is { } text ? SecretAssignments.Mask(text) : null)
            .ToList();
        return makers.Count == config.DiffIds.Count ? makers : new string?[config.DiffIds.Count];
    }
}
