using System.Text.Json;
using Kiln.Primitives;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Grype;

/// <summary>What Grype's JSON says about a subject.</summary>
static class GrypeReport
{
    static readonly string[] OperatingSystemTypes = ["deb", "rpm", "apk", "alpm", "portage"];

    /// <summary>KILN4004 where it is about another image.</summary>
    internal static ScanReport Read(ReadOnlySpan<byte> json, ScanSubject subject, ScannerProgram tool)
    {
        var document = JsonSerializer.Deserialize(json, GrypeJson.Default.GrypeDocument) ?? throw new JsonException("it is empty");
        if (document.Source?.Target?.ImageId != subject.Details.ConfigDigest.ToString())
            throw tool.OtherImage(subject, document.Source?.Target?.ImageId);
        var layers = new SubjectLayers(subject);
        var database = document.Descriptor.Db?.Status ?? document.Descriptor.Db;
        return new ScanReport
        {
            Image = subject.Image.Name,
            Platform = subject.Details.Platform,
            Config = subject.Details.ConfigDigest,
            OperatingSystem = document.Distro is { Name: { Length: > 0 } name } distribution ? $"{name} {distribution.Version}".TrimEnd() : null,
            Scanner = new ScannerIdentity("grype", document.Descriptor.Version ?? "unknown")
            {
                DatabaseVersion = database?.SchemaVersion?.ToString(),
                DatabaseTime = database?.Built,
            },
            ScannedAt = DateTimeOffset.UtcNow,
            Findings = (document.Matches ?? []).Select(x => FindingOf(x, layers)).ToValueList(),
        };
    }

    static Finding FindingOf(GrypeMatch match, SubjectLayers layers)
    {
        var (vulnerability, package) = (match.Vulnerability, match.Artifact);
        var place = package.Locations is [var first, ..] ? first : null;
        var kind = OperatingSystemTypes.Contains(package.Type) ? FindingClass.OperatingSystem : FindingClass.Language;
        return layers.At(place?.LayerId, new Finding(vulnerability.Id, kind, ScannerWords.SeverityOf(vulnerability.Severity))
        {
            Title = vulnerability.Description,
            Package = package.Name,
            InstalledVersion = package.Version,
            FixedVersion = vulnerability.Fix?.Versions is [_, ..] versions ? string.Join(", ", versions) : null,
            File = kind == FindingClass.Language ? place?.Path : null,
            Link = vulnerability.DataSource,
        });
    }
}
