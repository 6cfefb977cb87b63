using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.Defaults;
using Kiln.Workflows.Explaining;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class ExplanationTests
{
    static string Explain(string path) => string.Join('\n', WorkflowExplanation.Of(
        () => new WorkflowRequest { Root = ".", Facts = SamplePipelines.Facts, Pipelines = [Pipeline(OfThisFile())] }, path));

    static Job OfThisFile() => new("push", "Push")
    {
        Extra = new() { GitHub = new Dictionary<string, string> { ["continue-on-error"] = "true" } },
    };

    [Theory]
    [InlineData("jobs.push.permissions.packages", "packages: write", "It pushes to ghcr.io.")]
    [InlineData("jobs.push.steps.0", "actions/checkout@", "leaves no token behind")]
    [InlineData("jobs.push.steps.3.run", "qemu-user-static", "The images are for linux/amd64, linux/arm64")]
    [InlineData("jobs.push.continue-on-error", "true", "The Extra of the job 'push' says it.")]
    [InlineData("push.script", "./build.sh Push", "with the target Push")]
    public void A_node_is_told_with_its_text_its_reason_its_targets_and_its_line(string path, string text, string reason)
    {
        var lines = Explain(path);

        Assert.Contains(text, lines, StringComparison.Ordinal);
        Assert.Contains(reason, lines, StringComparison.Ordinal);
        Assert.Matches(@"The job 'push' with the target Push, described at .*ExplanationTests\.cs:\d+\.", lines);
    }

    [Fact]
    public void What_Kiln_describes_itself_is_its_default()
    {
        var lines = string.Join('\n', WorkflowExplanation.Of(
            () => new WorkflowRequest { Root = ".", Facts = SamplePipelines.Facts, Pipelines = Kiln(), GitLab = null }, "jobs.scan.timeout-minutes"));

        Assert.Contains(".github/workflows/images.yml, jobs.scan.timeout-minutes:\n    timeout-minutes: 60", lines, StringComparison.Ordinal);

        static ValueList<Pipeline> Kiln() => DefaultPipelines.Of(SamplePipelines.Facts, ["Scan", "Push"]);
    }

    [Theory]
    [InlineData("jobs.pull", "'.github/workflows/sample.yml' has 'jobs', and there: push.")]
    [InlineData("jobs.push.steps.99", "has 'jobs.push.steps', and there: 0 to ")]
    public void A_path_that_is_not_there_is_told_with_what_is(string path, string expected) =>
        Assert.Contains(expected, Assert.Throws<KilnException>(() => Explain(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Where_something_comes_from_does_not_make_it_another() => Assert.Equal(Origin.Record(() => new Job("a", "A")), new Job("a", "A"));
}
