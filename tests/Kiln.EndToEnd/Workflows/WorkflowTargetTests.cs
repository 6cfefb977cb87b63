using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Workflows;

/// <summary>The targets about files of CI hosts, as people call them, in a clone of this repository.</summary>
public sealed class WorkflowTargetTests(PipelineFixture fixture)
{
    const string Workflow = ".github/workflows/test.yml";

    [Fact]
    public async Task What_is_committed_is_what_the_build_writes_and_what_differs_is_told_mended_and_explained()
    {
        await using var clone = await fixture.CloneAsync("022");
        var text = await Read(clone, Workflow);

        (await clone.BuildAsync("VerifyWorkflow")).Succeeded();

        Write(clone, Workflow, text.Replace("timeout-minutes: 90", "timeout-minutes: 9", StringComparison.Ordinal));
        (await clone.BuildAsync("VerifyWorkflow")).Failed(2, @"KILN5003: [\s\S]*\n-    timeout-minutes: 9\n\+    timeout-minutes: 90\n");
        Write(clone, ".github/workflows/own.yml", "name: mine\n");
        Write(clone, ".gitlab-ci.yml", "# Written by Kiln from the build's pipeline 'old'.\n");
        (await clone.BuildAsync("GenerateWorkflow")).Succeeded();
        Assert.Equal(text, await Read(clone, Workflow));
        Assert.Equal("?? .github/workflows/own.yml", await clone.GitAsync("status", "--porcelain"));

        var explained = (await clone.BuildAsync("ExplainWorkflow", "--yaml-path", "jobs.pack.steps.0.with.fetch-depth")).Succeeded();
        Assert.Matches(@"The job 'pack' with the target Pack, described at .*Build\.Workflows\.cs:\d+", explained.Output);
        (await clone.BuildAsync("ExplainWorkflow", "--yaml-path", "jobs.nobody")).Failed(2, "KILN5007");
    }

    [Fact]
    public async Task A_bot_s_newer_pin_gets_into_the_lock()
    {
        await using var clone = await fixture.CloneAsync("022");
        var (commit, text) = (new string('e', 40), await Read(clone, Workflow));
        var known = text.Split('\n').First(x => x.Contains("actions/checkout@", StringComparison.Ordinal)).Split('@')[1];

        Write(clone, Workflow, text.Replace(known, $"{commit} # v99.1.0", StringComparison.Ordinal));
        (await clone.BuildAsync("VerifyWorkflow")).Succeeded();
        (await clone.BuildAsync("GenerateWorkflow")).Succeeded();

        Assert.Contains("\"actions/checkout@v99.1.0\"", await Read(clone, "kiln.lock"));
        Assert.Contains(commit, await Read(clone, "kiln.lock"));
        Assert.Contains($"actions/checkout@{commit} # v99.1.0", await Read(clone, Workflow));
    }

    static Task<string> Read(Clone clone, string file) => File.ReadAllTextAsync(clone.PathOf(file));

    static void Write(Clone clone, string file, string text) => File.WriteAllText(clone.PathOf(file), text);
}
