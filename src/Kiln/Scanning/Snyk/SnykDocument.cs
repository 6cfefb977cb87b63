using System.Text.Json.Serialization;

namespace Kiln.Scanning.Snyk;

/// <summary>The part that is read of what <c>snyk container test --json</c> writes: one for the distribution's packages, with one in it for each application.</summary>
sealed record SnykDocument(SnykVulnerability[] Vulnerabilities, string? PackageManager, string? TargetFile, SnykDocument[]? Applications)
{
    [JsonIgnore]
    internal IEnumerable<SnykDocument> All => (Applications ?? []).Prepend(this);
}

sealed record SnykVulnerability(
    string Id, string? Title, string? Severity, string? PackageName, string? Version, string? NearestFixedInVersion, string[]? FixedIn,
    SnykIdentifiers? Identifiers, DateTimeOffset? PublicationTime);

sealed record SnykIdentifiers([property: JsonPropertyName("CVE")] string[]? Cves);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(SnykDocument))]
sealed partial class SnykJson : JsonSerializerContext;
