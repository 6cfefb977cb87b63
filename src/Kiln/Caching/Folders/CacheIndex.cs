using System.Text.Json;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Caching.Folders;

/// <summary>The <c>index.json</c> of a folder of caches: one entry for each tag (OCI image layout 1.1).</summary>
sealed record CacheIndex
{
    internal const string TagKey = "org.opencontainers.image.ref.name";
    const string UsedKey = "build.kiln.last-used";

    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("manifests")]
    public IReadOnlyList<CacheIndexEntry> Manifests { get; init; } = [];

    /// <summary>Reads a layout's index; an empty one where there is none, or none that can be read.</summary>
    internal static CacheIndex Read(string layout)
    {
        var file = Path.Combine(layout, "index.json");
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), CacheIndexJson.Default.CacheIndex) ?? new() : new();
        }
        catch (JsonException)
        {
            // A cache that cannot be read is an empty one; its blobs are collected.
            return new CacheIndex();
        }
    }

    /// <summary>Writes it in one step, with the file that makes a folder a layout.</summary>
    internal void Write(string layout)
    {
        Directory.CreateDirectory(layout);
        File.WriteAllText(Path.Combine(layout, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        var file = Path.Combine(layout, "index.json");
        WholeFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, CacheIndexJson.Default.CacheIndex));
    }

    /// <summary>The entry of a tag, or null.</summary>
    internal CacheIndexEntry? Find(string tag) => Manifests.FirstOrDefault(x => x.Tag == tag);

    /// <summary>The same with this entry under its tag.</summary>
    internal CacheIndex With(CacheIndexEntry entry, DateTimeOffset used) => this with
    {
        Manifests = [.. Manifests.Where(x => x.Tag != entry.Tag), entry.With(UsedKey, used.ToString("O"))],
    };

    /// <summary>When a tag was last read or written; long ago where that is not known.</summary>
    internal static DateTimeOffset LastUsed(CacheIndexEntry entry) =>
        DateTimeOffset.TryParse(entry.Annotations?.GetValueOrDefault(UsedKey), out var time) ? time : DateTimeOffset.MinValue;
}

/// <summary>A descriptor with annotations.</summary>
sealed record CacheIndexEntry(
    [property: JsonPropertyName("mediaType")] string MediaType,
    [property: JsonPropertyName("digest")] Digest Digest,
    [property: JsonPropertyName("size")] long Size,
    [property: JsonPropertyName("annotations")] Dictionary<string, string>? Annotations = null)
{
    [JsonIgnore]
    public string? Tag => Annotations?.GetValueOrDefault(CacheIndex.TagKey);

    internal CacheIndexEntry With(string key, string value) =>
        this with { Annotations = new(Annotations ?? []) { [key] = value } };
}

[JsonSerializable(typeof(CacheIndex))]
sealed partial class CacheIndexJson : JsonSerializerContext;
