using System.Text.Json;

namespace Kiln.Caching.Folders;

/// <summary>
/// What a cache's manifest refers to. BuildKit writes an image manifest by now and wrote an index before, with layers where an index has
/// manifests (moby/buildkit cache/remotecache/export.go); both are read alike.
/// </summary>
static class CacheManifest
{
    /// <summary>The digests of everything it lists, each once; null where the bytes are none.</summary>
    internal static IReadOnlyCollection<Digest>? BlobsOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. DigestsIn(document.RootElement)] : null;
        }
        catch (Exception exception) when (exception is JsonException or KilnException)
        {
            // Cut off or written by something else: as good as not there.
            return null;
        }
    }

    static HashSet<Digest> DigestsIn(JsonElement manifest)
    {
        var found = new HashSet<Digest>();
        if (manifest.TryGetProperty("config", out var config))
            found.Add(DigestOf(config));
        foreach (var list in new[] { "layers", "manifests" })
        {
            if (manifest.TryGetProperty(list, out var entries))
                found.UnionWith(entries.EnumerateArray().Select(DigestOf));
        }

        return found;
    }

    static Digest DigestOf(JsonElement descriptor) => Digest.Parse(descriptor.GetProperty("digest").GetString()!);
}
