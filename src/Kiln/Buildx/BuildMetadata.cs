using System.Text.Json;

namespace Kiln.Buildx;

/// <summary>What <c>--metadata-file</c> says: the digest that BuildKit announced for each target.</summary>
static class BuildMetadata
{
    /// <summary>Target to digest. Written by buildx only when the whole bake succeeded.</summary>
    internal static IReadOnlyDictionary<string, Digest> DigestsIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject()
            .Where(x => x.Value.ValueKind == JsonValueKind.Object && x.Value.TryGetProperty("containerimage.digest", out _))
            .ToDictionary(x => x.Name, x => Digest.Parse(x.Value.GetProperty("containerimage.digest").GetString()!));
    }
}
