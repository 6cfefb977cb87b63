using System.Text.Json.Serialization;

namespace Kiln.Scanning.Grype;

/// <summary>The part of Grype's JSON that is read: https://github.com/anchore/grype/tree/main/grype/presenter/models</summary>
sealed record GrypeDocument(GrypeMatch[]? Matches, GrypeSource? Source, GrypeDistribution? Distro, GrypeDescriptor Descriptor);

sealed record GrypeMatch(GrypeVulnerability Vulnerability, GrypeArtifact Artifact);

sealed record GrypeVulnerability(string Id, string? DataSource, string? Severity, string? Description, GrypeFix? Fix);

sealed record GrypeFix(string[]? Versions);

sealed record GrypeArtifact(string Name, string? Version, string? Type, GrypeLocation[]? Locations);

sealed record GrypeLocation(string? Path, [property: JsonPropertyName("layerID")] string? LayerId);

sealed record GrypeSource(GrypeTarget? Target);

sealed record GrypeTarget([property: JsonPropertyName("imageID")] string? ImageId);

sealed record GrypeDistribution(string? Name, string? Version);

sealed record GrypeDescriptor(string? Version, GrypeDatabase? Db);

/// <summary>Older versions say it here, those since 0.88 below <c>status</c>.</summary>
sealed record GrypeDatabase(GrypeDatabase? Status, DateTimeOffset? Built, System.Text.Json.JsonElement? SchemaVersion);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(GrypeDocument))]
sealed partial class GrypeJson : JsonSerializerContext;
