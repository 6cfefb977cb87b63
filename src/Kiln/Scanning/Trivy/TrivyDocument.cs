using System.Text.Json.Serialization;

namespace Kiln.Scanning.Trivy;

// Only what Kiln reads; the names are Trivy's.
sealed record TrivyDocument
{
    [JsonPropertyName("SchemaVersion")] public int SchemaVersion { get; init; }
    [JsonPropertyName("Metadata")] public TrivyMetadata? Metadata { get; init; }
    [JsonPropertyName("Results")] public TrivyResult[]? Results { get; init; }
}

sealed record TrivyMetadata([property: JsonPropertyName("ImageID")] string? ImageId, [property: JsonPropertyName("OS")] TrivySystem? System);

sealed record TrivySystem([property: JsonPropertyName("Family")] string? Family, [property: JsonPropertyName("Name")] string? Name);

sealed record TrivyResult
{
    [JsonPropertyName("Target")] public required string Target { get; init; }
    [JsonPropertyName("Class")] public string? Class { get; init; }
    [JsonPropertyName("Vulnerabilities")] public TrivyVulnerability[]? Vulnerabilities { get; init; }
    [JsonPropertyName("Secrets")] public TrivySecret[]? Secrets { get; init; }
}

sealed record TrivyVulnerability
{
    [JsonPropertyName("VulnerabilityID")] public required string VulnerabilityId { get; init; }
    [JsonPropertyName("PkgName")] public required string PkgName { get; init; }
    [JsonPropertyName("PkgPath")] public string? PkgPath { get; init; }
    [JsonPropertyName("InstalledVersion")] public string? InstalledVersion { get; init; }
    [JsonPropertyName("FixedVersion")] public string? FixedVersion { get; init; }
    [JsonPropertyName("Severity")] public string? Severity { get; init; }
    [JsonPropertyName("PublishedDate")] public DateTimeOffset? PublishedDate { get; init; }
    [JsonPropertyName("Title")] public string? Title { get; init; }
    [JsonPropertyName("PrimaryURL")] public string? PrimaryUrl { get; init; }
    [JsonPropertyName("Layer")] public TrivyLayer? Layer { get; init; }
}

sealed record TrivySecret
{
    [JsonPropertyName("RuleID")] public required string RuleId { get; init; }
    [JsonPropertyName("Severity")] public string? Severity { get; init; }
    [JsonPropertyName("Title")] public string? Title { get; init; }
    [JsonPropertyName("StartLine")] public int StartLine { get; init; }
    [JsonPropertyName("Layer")] public TrivyLayer? Layer { get; init; }
}

sealed record TrivyLayer([property: JsonPropertyName("DiffID")] string? DiffId);

[JsonSerializable(typeof(TrivyDocument))]
sealed partial class TrivyJson : JsonSerializerContext;
