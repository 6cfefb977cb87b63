using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Primitives;

namespace Kiln.Scanning.Reports;

/// <summary>
/// Vulnerable packages of all images of a run, found by all scanners, as GitLab's container scanning report
/// (https://gitlab.com/gitlab-org/security-products/security-report-schemas, version 15.0.7). Secrets and settings have no place in it.
/// GitLab takes one file from a job.
/// </summary>
static class GitLabReport
{
    const string SchemaVersion = "15.0.7";
    const int LongestName = 255;
    const int LongestSolution = 7_000;

    internal const string FileName = "gl-container-scanning.json";

    /// <param name="reports">Of all scanners, each with the digest of the image that it is a part of.</param>
    internal static JsonObject Of(IReadOnlyCollection<(ScanReport Report, Digest Image)> reports) => new()
    {
        ["version"] = SchemaVersion,
        ["scan"] = Scan([.. reports.Select(x => x.Report.Scanner).DistinctBy(x => x.Name)], reports.Min(x => x.Report.ScannedAt), reports.Max(x => x.Report.ScannedAt)),
        // Two lines that GitLab would take for the same vulnerability are an error to it, and platforms or scanners do not make them two.
        ["vulnerabilities"] = new JsonArray([.. reports
            .SelectMany(x => x.Report.Findings.Where(y => y.Package is not null).Select(y => Vulnerability(x.Report, x.Image, y)))
            .DistinctBy(x => (string?)x["id"])]),
        ["remediations"] = new JsonArray(),
    };

    static JsonObject Scan(ScannerIdentity[] scanners, DateTimeOffset start, DateTimeOffset end) => new()
    {
        ["type"] = "container_scanning",
        ["status"] = "success",
        ["start_time"] = Time(start),
        ["end_time"] = Time(end),
        ["analyzer"] = Tool("kiln", KilnVersion.Text),
        // There is a place for one.
        ["scanner"] = scanners is [var only] ? Tool(only.Name, only.Version) : Tool(string.Join('-', scanners.Select(x => x.Name)), string.Join(", ", scanners.Select(x => x.Version))),
    };

    static JsonObject Tool(string name, string version) => new()
    {
        ["id"] = name,
        ["name"] = name,
        ["version"] = version,
        ["vendor"] = new JsonObject { ["name"] = name },
    };

    static JsonObject Vulnerability(ScanReport report, Digest image, Finding finding)
    {
        var identifier = new JsonObject { ["type"] = TypeOf(finding.Id), ["name"] = finding.Id, ["value"] = finding.Id };
        var links = new JsonArray();
        if (finding.Link is { } link && link.StartsWith("http", StringComparison.Ordinal))
        {
            identifier["url"] = link;
            links.Add(new JsonObject { ["url"] = link });
        }

        return new JsonObject
        {
            ["id"] = IdOf(report, finding),
            ["name"] = Cut(finding.Title ?? finding.Id, LongestName),
            ["severity"] = finding.Severity.ToString(),
            ["solution"] = Cut(finding.FixedVersion is { } version ? $"Upgrade {finding.Package} to {version}" : "There is no fix yet", LongestSolution),
            ["identifiers"] = new JsonArray(identifier),
            ["links"] = links,
            ["location"] = new JsonObject
            {
                ["dependency"] = new JsonObject
                {
                    ["package"] = new JsonObject { ["name"] = finding.Package },
                    ["version"] = finding.InstalledVersion ?? "",
                },
                ["operating_system"] = report.OperatingSystem ?? "none",
                ["image"] = $"{report.Image}@{image}",
            },
        };
    }

    // A UUID of the custom kind (RFC 9562, version 8): the same for the same finding in every run.
    static string IdOf(ScanReport report, Finding finding)
    {
        var name = string.Join(
            '\0', report.Image, report.OperatingSystem, finding.Id, finding.Package, finding.InstalledVersion);
        var bytes = Convert.FromHexString(Digest.OfBytes(Encoding.UTF8.GetBytes(name)).Hex)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    static string TypeOf(string id) =>
        id.StartsWith("CVE-", StringComparison.Ordinal) ? "cve" : id.StartsWith("GHSA-", StringComparison.Ordinal) ? "ghsa" : "kiln";

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
