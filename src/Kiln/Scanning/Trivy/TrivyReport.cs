using System.Text.Json;
using Kiln.Primitives;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Trivy;

/// <summary>Trivy's JSON, schema version 2: https://trivy.dev/latest/docs/configuration/reporting/#json</summary>
static class TrivyReport
{
    const int Schema = 2;

    /// <summary>What it found in the subject; KILN4004 where it is about another image.</summary>
    internal static ScanReport Read(ReadOnlySpan<byte> json, ScanSubject subject, ScannerProgram tool)
    {
        var document = JsonSerializer.Deserialize(json, TrivyJson.Default.TrivyDocument) ?? throw new JsonException("it is empty");
        if (document.SchemaVersion != Schema)
            throw new JsonException($"its schema is version {document.SchemaVersion}, and {Schema} is known");
        if (document.Metadata?.ImageId != subject.Details.ConfigDigest.ToString())
            throw tool.OtherImage(subject, document.Metadata?.ImageId);
        var layers = new SubjectLayers(subject);
        return new ScanReport
        {
            Image = subject.Image.Name,
            Platform = subject.Details.Platform,
            Config = subject.Details.ConfigDigest,
            OperatingSystem = document.Metadata?.System is { Family: { Length: > 0 } family } system ? $"{family} {system.Name}".TrimEnd() : null,
            Scanner = new ScannerIdentity("trivy", "unknown"),
            ScannedAt = DateTimeOffset.UtcNow,
            Findings = (document.Results ?? []).SelectMany(x => FindingsOf(x, layers)).ToValueList(),
        };
    }

    static IEnumerable<Finding> FindingsOf(TrivyResult result, SubjectLayers layers)
    {
        var kind = result.Class == "os-pkgs" ? FindingClass.OperatingSystem : FindingClass.Language;
        foreach (var x in result.Vulnerabilities ?? [])
        {
            yield return layers.At(x.Layer?.DiffId, new Finding(x.VulnerabilityId, kind, ScannerWords.SeverityOf(x.Severity))
            {
                Title = x.Title,
                Package = x.PkgName,
                InstalledVersion = x.InstalledVersion,
                FixedVersion = x.FixedVersion is { Length: > 0 } ? x.FixedVersion : null,
                File = x.PkgPath is { Length: > 0 } ? "/" + x.PkgPath : null,
                Published = x.PublishedDate is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
                Link = x.PrimaryUrl,
            });
        }

        foreach (var x in result.Secrets ?? [])
        {
            // Of a secret nothing is told but where it is.
            yield return layers.At(x.Layer?.DiffId, new Finding(x.RuleId, FindingClass.Secret, ScannerWords.SeverityOf(x.Severity))
            {
                Title = x.Title,
                File = x.StartLine > 0 ? $"{result.Target}:{x.StartLine}" : result.Target,
            });
        }
    }
}
