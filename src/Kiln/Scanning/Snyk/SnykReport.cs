using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Scanning.Snyk;

/// <summary>What Snyk's JSON says about a subject. It names no image id, so that it is believed to be about what Snyk was given.</summary>
static class SnykReport
{
    static readonly string[] OperatingSystemManagers = ["deb", "rpm", "apk", "linux"];

    internal static ScanReport Read(ReadOnlySpan<byte> json, ScanSubject subject)
    {
        var document = JsonSerializer.Deserialize(json, SnykJson.Default.SnykDocument) ?? throw new JsonException("it is empty");
        // Without the list it is Snyk's form for errors.
        if (document.Vulnerabilities is null)
            throw new JsonException("it has no list of vulnerabilities");
        return Of(subject, document.All.SelectMany(FindingsOf).Distinct());
    }

    /// <summary>Snyk looked and knows nothing that the image is made of, which is not the same as nothing found.</summary>
    internal static ScanReport OfNothingKnown(ScanSubject subject) => Of(
        subject,
        [
            new Finding("KILN-NOTHING-KNOWN", FindingClass.Scanner, FindingSeverity.High)
            {
                Title = "snyk found no packages of a kind that it knows, so it looked for nothing",
            },
        ]);

    static ScanReport Of(ScanSubject subject, IEnumerable<Finding> findings)
    {
        var now = DateTimeOffset.UtcNow;
        return new ScanReport
        {
            Image = subject.Image.Name,
            Platform = subject.Details.Platform,
            Config = subject.Details.ConfigDigest,
            Scanner = new ScannerIdentity("snyk", "unknown") { DatabaseVersion = "service", DatabaseTime = now },
            ScannedAt = now,
            Findings = findings.ToValueList(),
        };
    }

    static IEnumerable<Finding> FindingsOf(SnykDocument document)
    {
        var kind = OperatingSystemManagers.Contains(document.PackageManager) ? FindingClass.OperatingSystem : FindingClass.Language;
        // One for each way that leads to the package; what is to be mended is the package.
        return document.Vulnerabilities.Select(x => new Finding(
            x.Identifiers?.Cves is [var cve, ..] ? cve : x.Id, kind, Programs.ScannerWords.SeverityOf(x.Severity))
        {
            Title = x.Title,
            Package = x.PackageName,
            InstalledVersion = x.Version,
            FixedVersion = x.NearestFixedInVersion is { Length: > 0 } nearest ? nearest : x.FixedIn is [_, ..] versions ? string.Join(", ", versions) : null,
            File = kind == FindingClass.Language ? document.TargetFile : null,
            Published = x.PublicationTime is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
            Link = $"https://security.snyk.io/vuln/{x.Id}",
        });
    }
}
