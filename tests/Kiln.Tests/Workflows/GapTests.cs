using Kiln.Primitives;
using Kiln.Workflows;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class GapTests
{
    static ValueList<string> Of(params ValueList<Pipeline> pipelines) => new WorkflowRequest { Root = ".", Facts = new(), Pipelines = pipelines }.FindGaps();

    static Pipeline Triggered(params ValueList<Trigger> triggers) => Pipeline(new Job("scan", "Scan")) with { Triggers = triggers };

    [Fact]
    public void What_a_file_cannot_say_is_told_with_where_it_is_said()
    {
        Assert.Contains("'production' has required reviewers", Assert.Single(Of(Pipeline(new Job("push", "Push") { Environment = new("production") { NeedsApproval = true } }))));
        Assert.EndsWith("(Build, Pipeline schedules): no file can.", Assert.Single(Of(Triggered(new Trigger.Schedule("17 4 * * 1")))));
        Assert.All(
            Of(Triggered(new Trigger.Schedule("17 4 * * 1")) with { Name = "one" }, Triggered(new Trigger.Schedule("1 1 * * *")) with { Name = "two" }).Zip(["one", "two"]),
            x => Assert.Contains($"with the variable KILN_PIPELINE = {x.Second}", x.First));
        Assert.Contains("the input 'TAG', which is required", Assert.Single(Of(Triggered(new Trigger.Manual { Inputs = [new("TAG") { IsRequired = true }] }))));
        Assert.Contains("all of 'pack' are kept for 9 days", Assert.Single(Of(Pipeline(new Job("pack", "Pack") { Artifacts = [new("a", "a") { Days = 9 }, new("b", "b") { Days = 1 }] }))));
    }

    [Fact]
    public void A_host_that_is_not_written_for_lacks_nothing() =>
        Assert.Empty(new WorkflowRequest { Root = ".", Facts = new(), Pipelines = [Triggered(new Trigger.Schedule("17 4 * * 1"))], GitLab = null }.FindGaps());
}
