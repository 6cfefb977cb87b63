using System.Runtime.CompilerServices;
using Kiln.Oci;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Programs;
using Kiln.Scanning.Trivy;

namespace Kiln.Tests.Scanning;

/// <summary>What a real Trivy wrote about a layout with lodash 4.17.15, PyYAML 5.3 and two keys.</summary>
public sealed class TrivyReportTests : IDisposable
{
    const string Id = "sha256:95e4da971215c046d7b7db30634879f113286aec359ca5a36beaea139bd5a2a6";
    const string LodashLayer = "sha256:2b87d08f1439e2cbd9b24b8fbe50d74f21b9fc4dc38f31920d2222ef2f6f90a3";

    static readonly ScannerProgram Tool = new("Trivy", "trivy", "", []);

    readonly TemporaryFolder _folder = new();
    readonly string _report = Beside("trivy-report.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_have_package_version_fix_file_layer_and_instruction()
    {
        var report = TrivyReport.Read(await File.ReadAllBytesAsync(_report), Subject(Id), Tool);

        Assert.Equal(
            new Finding("CVE-2021-23337", FindingClass.Language, FindingSeverity.High)
            {
                Title = "nodejs-lodash: command injection via template",
                Package = "lodash",
                InstalledVersion = "4.17.15",
                FixedVersion = "4.17.21",
                File = "/app/node_modules/lodash/package.json",
                DiffId = Digest.Parse(LodashLayer),
                Instruction = "COPY node_modules /app/node_modules",
                Link = "https://avd.aquasec.com/nvd/cve-2021-23337",
            },
            report.Findings[0]);
        Assert.Equal(["CVE-2021-23337", "CVE-2020-14343", "aws-access-key-id", "github-pat"], report.Findings.Select(x => x.Id));
        Assert.Equal((FindingClass.Secret, "/app/env:2"), (report.Findings[3].Class, report.Findings[3].File));
    }

    [Fact]
    public async Task A_report_about_another_image_counts_for_nothing()
    {
        var other = Digest.OfBytes([7]).ToString();

        var failure = Assert.Throws<KilnException>(() => TrivyReport.Read(File.ReadAllBytes(_report), Subject(other), Tool));

        Assert.Equal(ErrorCodes.WrongImageScanned, failure.Code);
        Assert.Contains(other, failure.Message);
        Assert.Contains(Id, failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "SchemaVersion": 3 }""")]
    [InlineData("""{ "SchemaVersion": 2, "Results": [{ "Target": "a", "Vulnerabilities": [{ "PkgName": "no id" }] }] }""")]
    public void Anything_else_is_no_report(string text)
    {
        var file = _folder.Write("report.json", text);

        Assert.ThrowsAny<System.Text.Json.JsonException>(() => TrivyReport.Read(File.ReadAllBytes(file), Subject(Id), Tool));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Databases_are_fetched_as_they_are_needed_that_of_Java_too_unless_that_is_not_wanted(bool updates, bool skips)
    {
        var command = new TrivyScanner(new CommandRunner()) { UpdatesDatabase = updates, CacheFolder = "/cache" }.CommandFor(Subject(Id), "/out");

        Assert.Equal((skips, skips), (command.Arguments.Contains("--skip-db-update"), command.Arguments.Contains("--skip-java-db-update")));
        Assert.Contains("--offline-scan", command.Arguments);
    }

    static string Beside(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, name);

    ScanSubject Subject(string id)
    {
        _folder.Write("layout/oci-layout", """{"imageLayoutVersion":"1.0.0"}""");
        _folder.Write("layout/index.json", """{"schemaVersion":2,"manifests":[]}""");
        var layer = Digest.Parse(LodashLayer);
        var details = new LayoutImage
        {
            Platform = Platform.LinuxArm64,
            ManifestDigest = Digest.OfBytes([1]),
            ConfigDigest = Digest.Parse(id),
            Config = new ImageConfig { Platform = Platform.LinuxArm64, DiffIds = [layer] },
            Layers =
            [
                new LayoutLayer
                {
                    Digest = Digest.OfBytes([2]), DiffId = layer, CompressedSize = 1, UnpackedSize = 2, Instruction = "COPY node_modules /app/node_modules",
                },
            ],
        };
        return new ScanSubject(new ImageSpec("api", _folder.Path), OciLayout.Open(_folder["layout"]), details, _folder.Path);
    }
}
