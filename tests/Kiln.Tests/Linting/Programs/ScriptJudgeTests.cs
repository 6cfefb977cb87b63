using System.Text.Json.Nodes;
using Kiln.Buildx;
using Kiln.Linting;
using Kiln.Linting.Files;
using Kiln.Linting.Programs;
using Kiln.Linting.Scripts;
using Kiln.Processes;

namespace Kiln.Tests.Linting.Programs;

public sealed class ScriptJudgeTests : IDisposable
{
    const string Unquoted = "FROM debian:13\nRUN <<EOF\ntrue\necho $x\nEOF\nUSER 65532\n";

    readonly TemporaryFolder _folder = new();
    readonly FakeShellCheck _program;
    readonly Said _said = new();

    public ScriptJudgeTests() => _program = new FakeShellCheck(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_asked_in_a_way_that_no_machine_changes()
    {
        _folder.Write("api/Dockerfile", Unquoted);

        await LintAsync("api");

        Assert.Equal("--norc --format=json1 --severity=style 0", _program.Arguments);
    }

    [Fact]
    public async Task What_did_not_change_is_not_asked_again()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        var first = await LintAsync("api");
        _folder.Write("api/Dockerfile", $"# a line more\n{Unquoted}");

        var second = await LintAsync("api");

        Assert.Equal(1, _program.Calls);
        Assert.Equal((4, 5), (LineOf(first), LineOf(second)));
    }

    [Fact]
    public async Task One_process_judges_what_is_new_in_all_Dockerfiles()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        await LintAsync("api");
        _folder.Write("web/Dockerfile", $"{Unquoted}RUN echo a\nRUN echo b\n");

        await LintAsync("api", "web");

        Assert.Equal(2, _program.Calls);
        Assert.EndsWith(" 0 1", _program.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ShellCheck_is_asked_anew()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        await LintAsync("api");
        _program.Says("", 0);

        Assert.DoesNotContain((await LintAsync("api")).Findings, x => x.Rule == "SC2086");
        Assert.Equal(2, _program.Calls);
    }

    [Fact]
    public async Task A_damaged_answer_is_asked_for_again()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        await LintAsync("api");
        File.WriteAllText(Assert.Single(Directory.GetFiles(_folder[".nuke/temp/lint/shellcheck"])), "{\"comments\":[");

        Assert.Contains((await LintAsync("api")).Findings, x => x.Rule == "SC2086");
        Assert.Equal(2, _program.Calls);
    }

    [Theory]
    [InlineData("echo 'Unknown format json1' >&2; exit 4", "it ended with exit code 4 (Unknown format json1). It seems to be older than 0.7: take a newer one")]
    [InlineData("echo 'shellcheck: out of memory' >&2; exit 251", "it ended with exit code 251 (shellcheck: out of memory). Try it by hand")]
    [InlineData("exit 2", "it ended with exit code 2 (it said nothing). Try it by hand")]
    [InlineData("echo 'not JSON'", "what it wrote cannot be read (")]
    [InlineData("kill -SEGV $$", "it ended with exit code 139 (it said nothing). Try it by hand")]
    public async Task One_that_does_not_answer_is_one_warning_and_no_obstacle(string command, string reason)
    {
        _folder.Write("api/Dockerfile", Unquoted.Replace("debian:13", "debian"));
        _program.Does(command);

        var report = await LintAsync("api");

        var line = Assert.Single(_said.Lines);
        Assert.StartsWith($"warning: ShellCheck ('{_program.Path}') did not judge the scripts of RUNs: {reason}", line, StringComparison.Ordinal);
        Assert.EndsWith("LintOptions.ShellCheck = ShellCheckUse.Never.", line, StringComparison.Ordinal);
        Assert.Contains(report.Findings, x => x.Rule == "KLN1001");
        Assert.EndsWith($"\n{line["warning: ".Length..]}\n", Text, StringComparison.Ordinal);
        await LintAsync("api");
        Assert.Equal(2, _program.Calls);
    }

    [Fact]
    public async Task Its_codes_have_pages_of_their_own()
    {
        _folder.Write("api/Dockerfile", Unquoted);

        await LintAsync("api");

        var rules = JsonNode.Parse(File.ReadAllText(_folder["artifacts/reports/lint/lint.sarif"]))!["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        var rule = Assert.Single(rules, x => (string)x!["id"]! == "SC2086")!;
        Assert.Equal(("https://www.shellcheck.net/wiki/SC2086", "note"), ((string)rule["helpUri"]!, (string)rule["defaultConfiguration"]!["level"]!));
    }

    [Fact]
    public async Task Without_any_a_line_in_the_report_tells()
    {
        var judge = new ScriptJudge(Folders, new LintOptions(), _said) { Finder = new ExecutableFinder("") };

        var answers = await judge.JudgeAsync([], CancellationToken.None);

        Assert.Equal("ShellCheck is not on PATH, so Kiln's rules judged the scripts of RUNs alone.", answers.Shortfall);
        Assert.Empty(_said.Lines);
    }

    [Fact]
    public async Task It_is_found_on_PATH()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        var judge = new ScriptJudge(Folders, new LintOptions(), _said) { Finder = new ExecutableFinder(_folder["tools"]) };

        var answers = await judge.JudgeAsync(JudgedFile.Of(Request("api")), CancellationToken.None);

        Assert.False(answers.IsEmpty);
        Assert.Null(answers.Shortfall);
    }

    [Fact]
    public async Task Never_asks_nobody()
    {
        var judge = new ScriptJudge(Folders, new LintOptions { ShellCheck = ShellCheckUse.Never }, _said) { Finder = new ExecutableFinder(_folder["tools"]) };

        Assert.Same(ScriptAnswers.None, await judge.JudgeAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task One_that_is_named_has_to_be_there()
    {
        _folder.Write("api/Dockerfile", Unquoted);
        var request = Request("api") with { Options = new LintOptions { ShellCheck = "tools/shellchek" } };

        var exception = await Assert.ThrowsAsync<KilnException>(() => ImageLinter.JudgeAsync(request, _said, CancellationToken.None));

        Assert.Equal(
            $"KILN3002: ShellCheck is not there: LintOptions.ShellCheck names 'tools/shellchek', which is neither a program in '{_folder.Path}' nor one on PATH. "
            + "Install it (https://github.com/koalaman/shellcheck#installing), or let ShellCheckUse.WhenFound do without.",
            exception.ToString());
    }

    string Text => File.ReadAllText(_folder["artifacts/reports/lint/lint.txt"]);

    BuildFolders Folders => new(_folder.Path, _folder["artifacts"], _folder[".nuke/temp"]);

    static int LineOf(LintReport report) => report.Source.PositionOf(Assert.Single(report.Findings, x => x.Rule == "SC2086").Span.Start).Line;

    async Task<LintReport> LintAsync(params string[] images)
    {
        var request = Request(images);
        var judgement = await ImageLinter.JudgeAsync(request, _said, CancellationToken.None);
        judgement.Write(request.Folders);
        return judgement.Reports[^1];
    }

    LintRequest Request(params string[] images) => new()
    {
        Images = [.. images.Select(x => new ImageSpec(x, _folder[x]))],
        Folders = Folders,
        Options = new LintOptions { ShellCheck = "tools/shellcheck" },
    };
}
