using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Oci;

/// <summary>
/// The documents as they lie in files; what people use are <see cref="ImageIndex"/> and its siblings.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 64)]
[JsonSerializable(typeof(WireIndex))]
[JsonSerializable(typeof(WireManifest))]
[JsonSerializable(typeof(WireConfig))]
[JsonSerializable(typeof(WireLayoutMark))]
sealed partial class OciJson : JsonSerializerContext;

sealed record WireLayoutMark
{
    public string? ImageLayoutVersion { get; init; }
}

sealed record WirePlatform
{
    public required string Os { get; init; }
    public required string Architecture { get; init; }
    public string? Variant { get; init; }
}

sealed record WireDescriptor
{
    public required string MediaType { get; init; }
    public required Digest Digest { get; init; }
    public required long Size { get; init; }
    public WirePlatform? Platform { get; init; }
    public string? ArtifactType { get; init; }
    public Dictionary<string, string>? Annotations { get; init; }
}

sealed record WireIndex
{
    public string? MediaType { get; init; }
    public required List<WireDescriptor> Manifests { get; init; }
    public Dictionary<string, string>? Annotations { get; init; }
    public JsonElement? Config { get; init; }
    public JsonElement? Layers { get; init; }
}

sealed record WireManifest
{
    public string? MediaType { get; init; }
    public required WireDescriptor Config { get; init; }
    public required List<WireDescriptor> Layers { get; init; }
    public WireDescriptor? Subject { get; init; }
    public Dictionary<string, string>? Annotations { get; init; }
    public JsonElement? Manifests { get; init; }
}

sealed record WireConfig
{
    public required string Os { get; init; }
    public required string Architecture { get; init; }
    public string? Variant { get; init; }
    public DateTimeOffset? Created { get; init; }
    public required WireRootFileSystem Rootfs { get; init; }
    public List<WireHistory>? History { get; init; }
    public WireRunSettings? Config { get; init; }
}

sealed record WireRootFileSystem
{
    [JsonPropertyName("diff_ids")] public List<Digest>? DiffIds { get; init; }
}

sealed record WireHistory
{
    [JsonPropertyName("created_by")] public string? CreatedBy { get; init; }
    [JsonPropertyName("empty_layer")] public bool EmptyLayer { get; init; }
}

sealed record WireRunSettings
{
    [JsonPropertyName("User")] public string? User { get; init; }
    [JsonPropertyName("WorkingDir")] public string? WorkingDir { get; init; }
    [JsonPropertyName("Entrypoint")] public List<string>? Entrypoint { get; init; }
    [JsonPropertyName("Cmd")] public List<string>? Cmd { get; init; }
    [JsonPropertyName("Env")] public List<string>? Env { get; init; }
    [JsonPropertyName("ExposedPorts")] public Dictionary<string, JsonElement>? ExposedPorts { get; init; }
    [JsonPropertyName("Healthcheck")] public WireHealthCheck? HealthCheck { get; init; }
    [JsonPropertyName("Labels")] public Dictionary<string, string>? Labels { get; init; }
}

sealed record WireHealthCheck
{
    [JsonPropertyName("Test")] public List<string>? Test { get; init; }
}
