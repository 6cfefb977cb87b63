using System.Text.Json;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Scanning.Trivy;

/// <summary>Trivy's JSON, schema version 2: https://trivy.dev/latest/docs/configuration/reporting/#json</summary>
static class TrivyReport
{
    const int Schema = 2;

    /// <summary>What it found in the subject; KILN4004 where it is about another image.</summary>
    internal static async Task<ScanReport> ReadAsync(string file, ScanSubject subject, CancellationToken cancellationToken)
    {
        var document = await JsonSerializer.DeserializeAsync(
            new MemoryStream(await File.ReadAllBytesAsync(file, cancellationToken)), TrivyJson.Default.TrivyDocument, cancellationToken)
            ?? throw new JsonException("it is empty");
        if (document.SchemaVersion != Schema)
            throw new JsonException($"its schema is version {document.SchemaVersion}, and {Schema} is known");
        RequireSubject(document, subject);
        var layers = subject.Details.Layers.GroupBy(x => x.DiffId.ToString()).ToDictionary(x => x.Key, x => x.First());
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

    static void RequireSubject(TrivyDocument document, ScanSubject subject)
    {
        var meant = subject.Details.ConfigDigest.ToString();
        var seen = document.Metadata?.ImageId;
        if (seen == meant)
            return;
        throw new KilnException(
            ErrorCodes.WrongImageScanned,
            $"Trivy was given '{subject.Image.Name}' for {subject.Details.Platform}, whose id is {meant}, and its report is about {seen ?? "no image"}. "
            + "Nothing of it counts; report this with Trivy's version.");
    }

    static IEnumerable<Finding> FindingsOf(TrivyResult result, Dictionary<string, LayoutLayer> layers)
    {
        var kind = result.Class == "os-pkgs" ? FindingClass.OperatingSystem : FindingClass.Language;
        foreach (var x in result.Vulnerabilities ?? [])
        {
            yield return At(x.Layer, layers, new Finding(x.VulnerabilityId, kind, SeverityOf(x.Severity))
            {
                Title = x.Title,
                Package = x.PkgName,
                InstalledVersion = x.InstalledVersion,
                FixedVersion = x.FixedVersion is { Length: > 0 } ? x.FixedVersion : null,
                File = x.PkgPath is { Length: > 0 } ? "/" + x.PkgPath : null,
                Link = x.PrimaryUrl,
            });
        }

        foreach (var x in result.Secrets ?? [])
        {
            // Of a secret nothing is told but where it is.
            yield return At(x.Layer, layers, new Finding(x.RuleId, FindingClass.Secret, SeverityOf(x.Severity))
            {
                Title = x.Title,
                File = x.StartLine > 0 ? $"{result.Target}:{x.StartLine}" : result.Target,
            });
        }
    }

    static Finding At(TrivyLayer? layer, Dictionary<string, LayoutLayer> layers, Finding finding) =>
        layer?.DiffId is { } diffId && layers.TryGetValue(diffId, out var known)
            ? finding with { DiffId = known.DiffId, Instruction = known.Instruction }
            : finding;

    // A word that is not known says as much as none.
    static FindingSeverity SeverityOf(string? text) =>
        Enum.TryParse<FindingSeverity>(text, ignoreCase: true, out var severity) ? severity : FindingSeverity.Unknown;
}
