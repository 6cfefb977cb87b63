using System.Reflection;
using Kiln.Components.Running;
using Kiln.Workflows;

namespace Kiln.Components.Tests;

public sealed class KilnTargetTests
{
    [Fact]
    public void Every_target_whose_needs_are_known_is_one_of_a_component()
    {
        var known = typeof(KilnTargets).GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => (string)x.GetRawConstantValue()!);

        Assert.Subset(PipelineRun.TargetNamesOf(new SmallBuild()).ToHashSet(), known.ToHashSet());
    }

    [Fact]
    public void What_a_target_brings_is_told_to_the_pipelines()
    {
        var plans = PipelineRun.Of(new SmallBuild()).FactsOf(new SmallBuild()).TargetPlans;

        Assert.Equal(["DockerBuild", "Lint", "Restore", "Scan", "StartEngine"], plans["Scan"]);
        Assert.Equal(["DockerBuild", "Lint", "Push", "Restore", "Scan", "SmokeTest", "StartEngine"], plans["Push"]);
        Assert.Equal(["VerifyWorkflow"], plans["VerifyWorkflow"]);
    }
}
