using System.Xml.Linq;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Reports;
using Kiln.Tests.Buildx;
using static Kiln.Tests.Scanning.ScanSamples;

namespace Kiln.Tests.Scanning;

public sealed class ReportTests
{
    static readonly DateOnly Today = new(2026, 11, 28);

    static readonly ScanGate Gate = new() { Exemptions = [new("CVE-2", "waiting for 3", Today)] };

    static readonly Finding Refused = new("CVE-1", FindingClass.Language, FindingSeverity.High)
    {
        Title = "a <b> & c",
        Package = "lodash",
        InstalledVersion = "4.17.15",
        FixedVersion = "4.17.21",
        File = "/app/node_modules/lodash/package.json",
        DiffId = Digest.OfBytes([4]),
        Instruction = "COPY node_modules /app/node_modules # buildkit",
        Link = "https://example.com/CVE-1",
    };

    static readonly Finding Exempted = new("CVE-2", FindingClass.OperatingSystem, FindingSeverity.Critical) { Package = "zlib", InstalledVersion = "1" };

    [Fact]
    public void Sarif_has_a_category_for_each_image_and_platform_and_suppresses_what_is_exempted()
    {
        var report = Report(Refused, Exempted);

        var sarif = SarifReport.Of("src/api/Dockerfile", [report], GateKeeper.Judge(Gate, "team/api", [report], Today));

        Snapshot.Matches($"{sarif}", "findings.sarif");
    }

    [Fact]
    public void Sarif_has_no_more_results_than_GitHub_keeps_and_the_worst_of_them()
    {
        var report = Report([.. Enumerable.Range(0, 6_000).Select(x => Refused with { Id = $"CVE-{x}", Severity = x < 100 ? FindingSeverity.Low : FindingSeverity.High })]);

        var results = SarifReport.Of("Dockerfile", [report], GateKeeper.Judge(Gate, "api", [report], Today))["runs"]![0]!["results"]!.AsArray();

        Assert.Equal(5_000, results.Count);
        Assert.All(results, x => Assert.Equal("error", (string?)x!["level"]));
    }

    [Fact]
    public void A_result_is_known_again_in_the_next_build_whose_layers_are_others()
    {
        Assert.Equal(FingerprintOf(Refused), FingerprintOf(Refused with { DiffId = Digest.OfBytes([8]), InstalledVersion = "4.17.16" }));
        Assert.NotEqual(FingerprintOf(Refused), FingerprintOf(Refused with { File = "/elsewhere" }));

        static string FingerprintOf(Finding finding)
        {
            var report = Report(finding);
            var sarif = SarifReport.Of("Dockerfile", [report], GateKeeper.Judge(Gate, "api", [report], Today));
            return (string)sarif["runs"]![0]!["results"]![0]!["partialFingerprints"]!["kiln/v1"]!;
        }
    }

    [Fact]
    public void JUnit_fails_what_is_refused_and_skips_what_is_exempted()
    {
        var scanned = Scanned("api", Refused, Exempted, Refused with { Id = "CVE-3", Severity = FindingSeverity.Low });

        var suite = Assert.Single(JUnitReport.Of([scanned]).Root!.Elements());

        Assert.Equal(("api", "2", "1", "1"), (Text(suite, "name"), Text(suite, "tests"), Text(suite, "failures"), Text(suite, "skipped")));
        Assert.Equal(
            "high: a <b> & c, installed 4.17.15, fixed in 4.17.21", Text(suite.Descendants("failure").Single(), "message"));
        Assert.Equal("CVE-2 (until 2026-11-28): waiting for 3", Text(suite.Descendants("skipped").Single(), "message"));
    }

    [Fact]
    public void JUnit_has_a_test_for_an_image_with_nothing_to_tell() =>
        Assert.Equal("nothing is refused", Text(Assert.Single(JUnitReport.Of([Scanned("api")]).Descendants("testcase")), "name"));

    [Fact]
    public void JUnit_is_legal_whatever_files_are_called()
    {
        var text = JUnitReport.Of([Scanned("api", Refused with { File = "/a\u0001\uFFFFb" })]).ToString();

        Assert.Contains("/a\uFFFD\uFFFDb", (string?)XDocument.Parse(text).Descendants("testcase").Single().Attribute("name"));
    }

    [Fact]
    public void GitLab_gets_vulnerable_packages_with_ids_that_no_two_share()
    {
        var arm = Report(Refused) with { Platform = Platform.LinuxArm64 };
        var secret = new Finding("private-key", FindingClass.Secret, FindingSeverity.High) { File = "/id_rsa" };

        var report = GitLabReport.Of(
            [
                (Report(Refused, Refused, Refused with { File = "/elsewhere" }, Exempted, secret) with { OperatingSystem = "debian 12.15" }, Digest.OfBytes([1])),
                (arm, Digest.OfBytes([1])),
                (arm with { Scanner = arm.Scanner with { Name = "grype" } }, Digest.OfBytes([1])),
            ]);

        Assert.Equal(typeof(ScanReport).Assembly.GetName().Version!.ToString(3), (string?)report["scan"]!["analyzer"]!["version"]);
        report["scan"]!["analyzer"]!["version"] = "1.2.3";
        Snapshot.Matches($"{report}", "gl-container-scanning.json");
        var vulnerabilities = report["vulnerabilities"]!.AsArray();
        Assert.Equal(3, vulnerabilities.Count);
        Assert.Equal(3, vulnerabilities.Select(x => (string?)x!["id"]).Distinct().Count());
    }

    static string? Text(XElement element, string attribute) => (string?)element.Attribute(attribute);

    static ScannedImage Scanned(string image, params Finding[] findings) =>
        new(ReceiptSamples.Receipt(image), [Report(findings)], GateKeeper.Judge(Gate, image, [Report(findings)], Today));
}
