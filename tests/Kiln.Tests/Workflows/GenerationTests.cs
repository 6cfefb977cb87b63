using Kiln.Workflows;
using Kiln.Workflows.Yaml;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class GenerationTests
{
    [Fact]
    public void One_line_of_C_changes_both_hosts()
    {
        var before = Pipeline(new Job("push", "Push"));
        var after = before with { Jobs = [before.Jobs[0] with { Timeout = TimeSpan.FromMinutes(7) }] };

        Assert.Contains("timeout-minutes: 7\n", OfGitHub(after));
        Assert.Contains("timeout: 7 minutes\n", OfGitLab(after));
        Assert.NotEqual(OfGitHub(before), OfGitHub(after));
    }

    [Fact]
    public void A_hundred_images_are_one_job_that_a_person_can_read()
    {
        var images = Enumerable.Range(0, 100).Select(x => new ImageSpec($"image-{x}", ".")).ToArray();
        var pipeline = Pipeline(new Job("scan", "Scan") { Matrix = JobMatrix.ByImage(images) });

        Assert.InRange(OfGitHub(pipeline, facts: new() { Images = [.. images.Select(x => x.Name)] }).Split('\n').Length, 100, 170);
        Assert.InRange(OfGitLab(pipeline).Split('\n').Length, 100, 170);
    }

    [Fact]
    public void The_same_pipeline_is_the_same_text_on_any_machine()
    {
        foreach (var (_, pipelines, hub, lab) in SamplePipelines.All())
        {
            Assert.All(pipelines, x => Assert.True(!hub || OfGitHub(x) == OfGitHub(x)));
            Assert.True(!lab || OfGitLab(pipelines[0]) == OfGitLab(pipelines[0]));
        }
    }

    [Fact]
    public void A_platform_that_the_machine_does_not_run_gets_an_emulator_where_packages_can_be_installed()
    {
        bool Emulates(Runner runner, params Platform[] platforms) => OfGitHub(Pipeline(new Job("scan", "Scan") { Runner = runner }), facts: new() { Platforms = [.. platforms] })
            .Contains("qemu-user-static", StringComparison.Ordinal);

        Assert.True(Emulates(Runner.Linux, Platform.LinuxAmd64, Platform.LinuxArm64));
        Assert.True(Emulates(Runner.LinuxArm, Platform.LinuxAmd64));
        Assert.False(Emulates(Runner.Linux, Platform.LinuxAmd64));
        Assert.False(Emulates(Runner.LinuxArm, Platform.LinuxArm64));
        Assert.False(Emulates(Runner.Labels("self-hosted"), Platform.LinuxArm64));
        Assert.DoesNotContain("qemu", OfGitHub(Pipeline(new Job("test", "Test"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_wins_and_null_takes_out()
    {
        var text = OfGitHub(Pipeline(new Job("scan", "Scan")
        {
            Extra = new() { GitHub = new Dictionary<string, string> { ["timeout-minutes"] = "9", ["permissions"] = "{ contents: read, checks: write }", ["strategy"] = "null" } },
        }));
        var job = (YamlMap)((YamlMap)((YamlMap)YamlReader.Read(text, "x"))["jobs"]!)["scan"]!;

        Assert.Equal(new YamlValue("9"), job["timeout-minutes"]);
        Assert.Equal(new YamlText("write"), ((YamlMap)job["permissions"]!)["checks"]);
        Assert.Null(job["strategy"]);
    }

    [Fact]
    public void What_the_lock_says_of_an_action_wins()
    {
        var commit = new string('d', 40);
        var content = Kiln.Locking.KilnLock.Empty with
        {
            Actions = new Dictionary<string, Kiln.Locking.LockedAction> { ["actions/checkout@v7.1.0"] = new(commit, DateTimeOffset.UnixEpoch) },
        };

        var text = OfGitHub(Pipeline(new Job("scan", "Scan")), facts: new() { Pins = Kiln.Workflows.Pins.WorkflowPins.Known.With(content) });

        Assert.Contains($"uses: actions/checkout@{commit} # v7.1.0\n", text);
    }
}
