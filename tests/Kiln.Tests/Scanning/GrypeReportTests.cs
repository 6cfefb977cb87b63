using System.Text;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Grype;
using Kiln.Scanning.Programs;

namespace Kiln.Tests.Scanning;

/// <summary>The reports here were written from Grype's documentation and sources; no Grype wrote them.</summary>
public sealed class GrypeReportTests : IDisposable
{
    static readonly ScannerProgram Tool = new("Grype", "grype", "", []);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "status": { "schemaVersion": "v6.1.0", "built": "2026-11-27T04:11:00Z" } }""", "v6.1.0")]
    [InlineData("""{ "schemaVersion": 5, "built": "2026-11-27T04:11:00Z" }""", "5")]
    public async Task Matches_are_findings_with_layer_and_fix(string database, string version)
    {
        var subject = await SampleSubject.OfAsync(_folder);
        var layer = subject.Details.Layers[1];

        var report = GrypeReport.Read(Json(subject.Details.ConfigDigest.ToString(), layer.DiffId.ToString(), database), subject, Tool);

        Assert.Equal(
            [
                new Finding("CVE-2021-23337", FindingClass.Language, FindingSeverity.High)
                {
                    Title = "Command injection", Package = "lodash", InstalledVersion = "4.17.15", FixedVersion = "4.17.21",
                    File = "/app/node_modules/lodash/package.json", DiffId = layer.DiffId, Instruction = layer.Instruction,
                    Link = "https://nvd.nist.gov/vuln/detail/CVE-2021-23337",
                },
                new Finding("CVE-2011-3374", FindingClass.OperatingSystem, FindingSeverity.Low) { Package = "apt", InstalledVersion = "2.6.1" },
            ],
            report.Findings);
        Assert.Equal(
            new ScannerIdentity("grype", "0.116.0") { DatabaseVersion = version, DatabaseTime = new DateTimeOffset(2026, 11, 27, 4, 11, 0, TimeSpan.Zero) },
            report.Scanner);
        Assert.Equal("debian 12", report.OperatingSystem);
    }

    [Fact]
    public async Task A_report_about_another_image_counts_for_nothing()
    {
        var subject = await SampleSubject.OfAsync(_folder);

        var failure = Assert.Throws<KilnException>(() => GrypeReport.Read(Json("sha256:other", "x", "{}"), subject, Tool));

        Assert.Equal(ErrorCodes.WrongImageScanned, failure.Code);
        Assert.Contains("sha256:other", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_given_one_platform_and_nothing_of_the_build_s_variables()
    {
        var subject = await SampleSubject.OfAsync(_folder);

        var command = new GrypeScanner(new CommandRunner()) { CacheFolder = "/cache", UpdatesDatabase = false }.CommandFor(subject, "/out.json");

        Assert.Equal(["--quiet", "--by-cve", "--platform", "linux/amd64", "--output", "json=/out.json", $"oci-dir:{subject.Layout.Folder}"], command.Arguments);
        Assert.Equal(("false", "/cache", subject.WorkFolder), (command.Environment["GRYPE_DB_AUTO_UPDATE"], command.Environment["GRYPE_DB_CACHE_DIR"], command.Environment["HOME"]));
    }

    static byte[] Json(string image, string layer, string database) => Encoding.UTF8.GetBytes($$"""
        {
          "matches": [
            {
              "vulnerability": {
                "id": "CVE-2021-23337", "dataSource": "https://nvd.nist.gov/vuln/detail/CVE-2021-23337", "namespace": "nvd:cpe", "severity": "High",
                "description": "Command injection", "cvss": [], "fix": { "versions": ["4.17.21"], "state": "fixed" }, "advisories": []
              },
              "relatedVulnerabilities": [], "matchDetails": [],
              "artifact": {
                "id": "1", "name": "lodash", "version": "4.17.15", "type": "npm", "purl": "pkg:npm/lodash@4.17.15",
                "locations": [{ "path": "/app/node_modules/lodash/package.json", "layerID": "{{layer}}", "accessPath": "/app/node_modules/lodash/package.json" }]
              }
            },
            {
              "vulnerability": { "id": "CVE-2011-3374", "severity": "Negligible", "fix": { "versions": [], "state": "not-fixed" } },
              "artifact": { "name": "apt", "version": "2.6.1", "type": "deb", "locations": [] }
            }
          ],
          "source": { "type": "image", "target": { "userInput": "layout", "imageID": "{{image}}", "manifestDigest": "sha256:x", "layers": [] } },
          "distro": { "name": "debian", "version": "12", "idLike": [] },
          "descriptor": { "name": "grype", "version": "0.116.0", "db": {{database}}, "timestamp": "2026-11-28T00:00:00Z" }
        }
        """);
}
