using System.Text;
using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
using Kiln.Processes;

namespace Kiln.Tests.Buildx.Progress;

public sealed class GroupedLinesTests
{
    static readonly BakeTarget Api = BakeSamples.Target;
    static readonly BakeTarget Web = BakeSamples.Target with { Name = "web", ImageName = "team/web", Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };

    readonly Said _said = new();

    // api's first step runs while one of web's ends: that waits until nothing of api's runs.
    static readonly string[] Parallel =
    [
        Step(1, "[api 1/2] RUN one", 0, null),
        Step(2, "[web linux/arm64 1/3] RUN two", 0, null),
        Step(3, "[web linux/amd64 1/3] RUN three", 0, 1),
        Step(2, "[web linux/arm64 1/3] RUN two", 0, 2),
        Output(1, "one says\n"),
        Step(1, "[api 1/2] RUN one", 0, 3),
        Step(4, "[api 2/2] COPY a /", 3, null),
        Output(2, "::error::no command of the build's\n"),
        Step(5, "[web linux/arm64 2/3] RUN five", 3, 4),
        Step(4, "[api 2/2] COPY a /", 3, 5),
        Step(6, "[web linux/arm64 3/3] RUN six", 5, 6),
    ];

    [Fact]
    public async Task Nothing_is_mixed_and_each_image_and_platform_has_a_heading()
    {
        await ShowAsync(new PlainGroups(_said, hasHeadings: true), Parallel);

        Assert.Equal(
            [
                "── team/web linux/amd64",
                "   1.0 s  [web linux/amd64 1/3] RUN three",
                "── team/web linux/arm64",
                "   2.0 s  [web linux/arm64 1/3] RUN two",
                "── api linux/amd64",
                "   3.0 s  [api 1/2] RUN one",
                "   2.0 s  [api 2/2] COPY a /",
                "── team/web linux/arm64",
                "   1.0 s  [web linux/arm64 2/3] RUN five",
                "   1.0 s  [web linux/arm64 3/3] RUN six",
            ],
            _said.Lines);
    }

    [Fact]
    public async Task On_GitHub_groups_fold_and_no_step_can_command_the_runner()
    {
        await ShowAsync(new GitHubGroups(_said, () => "word"), [
            Step(1, "[api 1/1] RUN one", 0, null), Output(1, "::set-output name=x::y\n50%\r100%\n"), Step(1, "[api 1/1] RUN one", 0, 1)]);

        Assert.Equal(
            [
                "::group::api linux/amd64", "   1.0 s  [api 1/1] RUN one", "::stop-commands::word", "          ::set-output name=x::y",
                "          100%", "::word::", "::endgroup::",
            ],
            _said.Lines);
    }

    [Fact]
    public async Task On_GitLab_a_group_that_comes_again_is_another_section()
    {
        await ShowAsync(new GitLabSections(_said, new FixedTime()), [
            Step(1, "[api 1/2] RUN one", 0, 1), Step(2, "[web linux/arm64 1/1] RUN two", 1, 2), Step(3, "[api 2/2] RUN three", 2, 3)]);

        Assert.Equal(
            [
                "\e[0Ksection_start:1000:kiln_build_1[collapsed=true]\r\e[0Kapi linux/amd64", "   1.0 s  [api 1/2] RUN one",
                "\e[0Ksection_end:1000:kiln_build_1\r\e[0K",
                "\e[0Ksection_start:1000:kiln_build_2[collapsed=true]\r\e[0Kteam/web linux/arm64", "   1.0 s  [web linux/arm64 1/1] RUN two",
                "\e[0Ksection_end:1000:kiln_build_2\r\e[0K",
                "\e[0Ksection_start:1000:kiln_build_3[collapsed=true]\r\e[0Kapi linux/amd64", "   1.0 s  [api 2/2] RUN three",
                "\e[0Ksection_end:1000:kiln_build_3\r\e[0K",
            ],
            _said.Lines);
    }

    [Fact]
    public async Task A_failed_step_comes_last_with_all_that_it_printed()
    {
        await ShowAsync(new GitHubGroups(_said, () => "word"), [
            Step(1, "[api 1/1] RUN one", 0, null), Output(1, "no end of line"), Step(1, "[api 1/1] RUN one", 0, 1, "exit code: 1")]);

        Assert.Equal("  failed  [api 1/1] RUN one", _said.Lines[1]);
        Assert.Equal("          no end of line", _said.Lines[3]);
    }

    [Fact]
    public async Task A_cached_step_is_told_once_though_its_layers_are_fetched_later()
    {
        await ShowAsync(new PlainGroups(_said, hasHeadings: false), [
            Step(1, "[api 1/1] RUN one", 0, 1).Replace("}]}", ",\"cached\":true}]}"),
            Step(1, "[api 1/1] RUN one", 2, null),
            Step(1, "[api 1/1] RUN one", 2, 4)]);

        Assert.Equal(["  cached  [api 1/1] RUN one"], _said.Lines);
    }

    [Fact]
    public void Headings_are_for_what_has_to_be_told_apart()
    {
        Assert.False(new StepGroup(new BakeDefinition([Api])).IsWorthAHeading);
        Assert.True(new StepGroup(new BakeDefinition([Web])).IsWorthAHeading);
        Assert.True(new StepGroup(new BakeDefinition([Api, Web])).IsWorthAHeading);
    }

    [Fact]
    public void One_image_of_several_solves_has_a_heading_too() =>
        Assert.True(new StepGroup(new BakeDefinition([Api])) { IsOneOfSeveral = true }.IsWorthAHeading);

    [Fact]
    public async Task What_was_solved_before_is_not_told_again()
    {
        await ShowAsync(new PlainGroups(_said, hasHeadings: true), Parallel, shown: ["api"]);

        Assert.Equal(["── api linux/amd64", "   3.0 s  [api 1/2] RUN one", "   2.0 s  [api 2/2] COPY a /"], _said.Lines);
    }

    [Fact]
    public async Task What_a_round_before_told_is_told_again_only_if_it_runs_again()
    {
        var copy = new BuildStep("sha256:9", "[api 1/3] COPY . .") { Places = ["api 1/3"] };
        var run = new BuildStep("sha256:8", "[api 2/3] RUN one") { Places = ["api 2/3"] };
        var solved = new BakeDefinition([Api, Web]);

        await ShowAsync(
            new PlainGroups(_said, hasHeadings: false),
            [
                Step(1, "[api 1/3] COPY . .", 0, 1).Replace("}]}", ",\"cached\":true}]}"),
                Step(2, "[api 2/3] RUN one", 1, 3),
                Step(3, "[api 3/3] RUN two", 3, 3).Replace("}]}", ",\"cached\":true}]}"),
            ],
            told: [new ToldStep(copy, solved), new ToldStep(run, solved)]);

        Assert.Equal(["   2.0 s  [api 2/3] RUN one", "  cached  [api 3/3] RUN two"], _said.Lines);
    }

    static async Task ShowAsync(IGroupWriter writer, IEnumerable<string> events, string[]? shown = null, ToldStep[]? told = null)
    {
        var log = new BuildLog();
        var groups = new StepGroup(new BakeDefinition([Api, Web]), shown) { Told = [.. told ?? []] };
        await using var view = new GroupedLines(log, groups, writer);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', events)));
        await new SolveEvents(Redactor.None, log, view).ReadAsync(stream, CancellationToken.None);
    }

    static string Step(int id, string name, int started, int? completed, string error = "")
    {
        var end = completed is null ? "" : $",\"completed\":\"2026-11-25T07:00:{completed:00}Z\"";
        var broken = error.Length == 0 ? "" : $",\"error\":\"{error}\"";
        return $$"""{"vertexes":[{"digest":"sha256:{{id}}","name":"{{name}}","started":"2026-11-25T07:00:{{started:00}}Z"{{end}}{{broken}}}]}""";
    }

    static string Output(int id, string text) =>
        $$"""{"logs":[{"vertex":"sha256:{{id}}","stream":1,"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}}"}]}""";

    sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1000);
    }
}
