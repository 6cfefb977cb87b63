using System.Text;
using System.Text.Json.Nodes;
using Kiln.Buildx;
using Kiln.Linting;

namespace Kiln.Tests.Linting;

public sealed class ImageLinterTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reports_are_left_in_every_format()
    {
        _folder.Write("api/Dockerfile", "FROM debian\nMAINTAINER me\nUSER 65532\n");
        await LintAsync(Request());

        Assert.StartsWith("api/Dockerfile:1:6: warning KLN1001:", File.ReadAllText(_folder["artifacts/reports/lint/lint.txt"]), StringComparison.Ordinal);
        var finding = Json("lint.json")["files"]![0]!["findings"]![0]!;
        Assert.Equal(("KLN1001", 1, 6, 1, 12), ((string)finding["rule"]!, (int)finding["line"]!, (int)finding["column"]!, (int)finding["endLine"]!, (int)finding["endColumn"]!));
        var results = Json("lint.sarif")["runs"]![0]!["results"]!.AsArray();
        Assert.Contains(results, x => (string)x!["ruleId"]! == "KLN5015" && x["fixes"] is not null);
        var issues = JsonNode.Parse(File.ReadAllText(_folder["artifacts/reports/lint/gl-code-quality-report.json"]))!.AsArray();
        Assert.Equal(results.Count, issues.Count);
        Assert.Equal(issues.Count, issues.Select(x => (string)x!["fingerprint"]!).Distinct().Count());
    }

    [Fact]
    public async Task Images_of_one_file_are_judged_by_their_own_stages_and_told_once()
    {
        _folder.Write("api/Dockerfile", "FROM debian:13 AS one\nUSER root\nFROM debian:13 AS two\nUSER root\n");
        var reports = await LintAsync(Request(Image("one") with { Stage = "one" }, Image("two") with { Stage = "two" }));
        Assert.Single(reports);
        Assert.Equal(2, reports[0].Findings.Count(x => x.Rule == "KLN5002"));
    }

    [Fact]
    public async Task An_image_that_needs_a_check_of_its_health_is_told_where_it_has_none()
    {
        _folder.Write("api/Dockerfile", "FROM debian:13\nUSER 65532\n");
        Assert.DoesNotContain("KLN5009", (await LintAsync(Request())).Single().Findings.Select(x => x.Rule));

        await LintAsync(Request(Image("api"), Image("front") with { NeedsHealthCheck = true }));

        var run = Json("lint.sarif")["runs"]![0]!;
        Assert.Contains(run["tool"]!["driver"]!["rules"]!.AsArray(), x => (string)x!["id"]! == "KLN5009");
        Assert.Contains(run["results"]!.AsArray(), x => (string)x!["ruleId"]! == "KLN5009");
    }

    [Fact]
    public async Task Another_image_of_the_build_needs_no_tag()
    {
        _folder.Write("api/Dockerfile", "FROM base\nUSER 65532\n");
        _folder.Write("base/Dockerfile", "FROM debian:13\nUSER 65532\n");
        var reports = await LintAsync(Request(Image("api"), new ImageSpec("base", _folder["base"])));
        Assert.DoesNotContain("KLN1001", reports.SelectMany(x => x.Findings).Select(x => x.Rule));
    }

    [Fact]
    public async Task Inline_text_is_judged_and_never_written()
    {
        Directory.CreateDirectory(_folder["api"]);
        var request = Request(Image("api") with { InlineDockerfile = "FROM debian\nMAINTAINER me\n" });
        Assert.Contains("KLN5015", (await LintAsync(request)).Single().Findings.Select(x => x.Rule));
        Assert.Empty(ImageLinter.Fix(request));
    }

    [Fact]
    public void A_fix_keeps_mark_and_line_ends()
    {
        byte[] before = [.. Encoding.UTF8.Preamble, .. "FROM debian:13\r\nMAINTAINER me\r\n# ünïcode\r\nUSER 65532\r\n"u8];
        var file = _folder.Write("api/Dockerfile", "");
        File.WriteAllBytes(file, before);

        Assert.Contains("KLN5015", ImageLinter.Fix(Request()).Single().Findings.Select(x => x.Rule));
        byte[] expected = [.. Encoding.UTF8.Preamble, .. "FROM debian:13\r\nLABEL org.opencontainers.image.authors=\"me\"\r\n# ünïcode\r\nUSER 65532\r\n"u8];
        Assert.Equal(expected, File.ReadAllBytes(file));
        Assert.Empty(ImageLinter.Fix(Request()));
    }

    [Fact]
    public async Task Errors_fail_and_say_how_to_go_on()
    {
        _folder.Write("api/Dockerfile", "FROM debian:13 AS a\nFROM debian:13 AS a\nUSER 65532\n");
        var request = Request();
        var exception = ExpectRefused(await LintAsync(request));
        Assert.Equal(ErrorCodes.LintFailed, exception.Code);
        Assert.Contains("1 finding of severity error in api/Dockerfile", exception.Message);
        Assert.Contains("# kiln ignore=KLN1003", exception.Message);
    }

    [Fact]
    public async Task Unparsable_text_is_an_error_with_its_line()
    {
        _folder.Write("api/Dockerfile", "FROM debian:13\nCOPYY a b\n");
        var finding = Assert.Single((await LintAsync(Request())).Single().Findings, x => x.Rule == "KLN0001");
        Assert.Contains("Did you mean 'COPY'?", finding.Message);
        var refused = ExpectRefused(await LintAsync(Request()));
        Assert.DoesNotContain("ignore", refused.Message);
    }

    [Fact]
    public async Task A_binary_file_is_refused()
    {
        File.WriteAllBytes(_folder.Write("api/Dockerfile", ""), [.. "FROM a\n"u8, 0, 1, 2]);
        await ExpectAsync(ErrorCodes.NotADockerfile, "is no text: byte 7 is zero");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(_folder.Write("api/Dockerfile", ""), [.. "FROM a\n# "u8, 0xFC]);
        await ExpectAsync(ErrorCodes.NotADockerfile, "is not written in UTF-8: byte 9");
    }

    [Fact]
    public async Task A_huge_file_is_refused()
    {
        using (var stream = File.Create(_folder.Write("api/Dockerfile", "")))
            stream.SetLength(5_000_000_000);
        await ExpectAsync(ErrorCodes.NotADockerfile, "has 5000.0 MB");
    }

    [Fact]
    public async Task A_missing_file_is_told() => await ExpectAsync(ErrorCodes.DockerfileMissing, "there is no Dockerfile at");

    async Task ExpectAsync(string code, string part)
    {
        Directory.CreateDirectory(_folder["api"]);
        var exception = await Assert.ThrowsAsync<KilnException>(() => LintAsync(Request()));
        Assert.Equal(code, exception.Code);
        Assert.Contains(part, exception.Message);
    }

    static KilnException ExpectRefused(IReadOnlyList<LintReport> reports) =>
        Assert.Throws<KilnException>(() => ImageLinter.RequirePassed(reports, new LintOptions()));

    static async Task<IReadOnlyList<LintReport>> LintAsync(LintRequest request)
    {
        var judgement = await ImageLinter.JudgeAsync(request, new Said(), CancellationToken.None);
        judgement.Write(request.Folders);
        return judgement.Reports;
    }

    JsonNode Json(string name) => JsonNode.Parse(File.ReadAllText(_folder[$"artifacts/reports/lint/{name}"]))!;

    ImageSpec Image(string name) => new(name, _folder["api"]);

    LintRequest Request(params ImageSpec[] images) => new()
    {
        Images = images.Length > 0 ? [.. images] : [Image("api")],
        Folders = new BuildFolders(_folder.Path, _folder["artifacts"], _folder[".nuke/temp"]),
    };
}
