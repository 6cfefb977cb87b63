using Kiln.Primitives;
using Kiln.Workflows;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

/// <summary>What a job needs follows from all that the build runs for its targets, whatever they are called.</summary>
public sealed class DeedTests
{
    static readonly PipelineFacts Facts = SamplePipelines.Facts with
    {
        TargetPlans = new Dictionary<string, ValueList<string>> { ["Release"] = ["Lint", "Push", "Release", "Scan"], ["Scan"] = ["DockerBuild", "Lint", "Scan"], ["Docs"] = ["Docs"] },
    };

    [Fact]
    public void A_target_of_the_build_s_own_that_pushes_gets_what_Push_gets()
    {
        var text = OfGitHub(Pipeline(new Job("release", "release")), facts: Facts);

        Assert.Contains("packages: write\n", text);
        Assert.Contains("REGISTRY_CREDENTIALS: ${{ secrets.REGISTRY_CREDENTIALS }}\n", text);
        Assert.Contains("ACTIONS_RUNTIME_TOKEN: ", text);
        Assert.Contains("qemu-user-static", text);
        Assert.DoesNotContain("packages:", OfGitHub(Pipeline(new Job("docs", "Docs")), facts: Facts));
    }

    [Fact]
    public void A_job_that_lints_on_the_way_shows_what_was_found()
    {
        Assert.Contains("codequality: ", OfGitLab(Pipeline(new Job("scan", "Scan")), facts: Facts));
        Assert.Contains("sarif_file: artifacts/reports\n", OfGitHub(Pipeline(new Job("scan", "Scan")), new() { ShowsFindings = true }, Facts));
        Assert.DoesNotContain("codequality: ", OfGitLab(Pipeline(new Job("scan", "Scan"))));
    }
}
