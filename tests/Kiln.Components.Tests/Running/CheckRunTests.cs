using Kiln.Components.Running;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

/// <summary>A build that GitHub runs, as far as the build can tell.</summary>
[Collection(nameof(HostVariables))]
public sealed class CheckRunTests
{
    const string CheckRuns = "POST /repos/acme/shop/check-runs";

    [Fact]
    public async Task What_a_check_run_shows_the_runner_is_not_told_again()
    {
        using var job = new GitHubJob();

        await RunAsync(job, 201, """{ "id": 4, "html_url": "https://github.example.com/acme/shop/runs/4" }""");

        Assert.Contains("KLN1001", Assert.Single(job.Requests, x => x.Request == CheckRuns).Body);
        Assert.DoesNotContain("::warning", job.Printed);
    }

    [Fact]
    public async Task Where_GitHub_refuses_it_the_runner_is_told_and_no_build_fails()
    {
        using var job = new GitHubJob();

        await RunAsync(job, 403, """{ "message": "Resource not accessible by integration" }""");

        Assert.Contains(job.Lines, x => x.StartsWith("warning: KILN2017: No check run was written for commit", StringComparison.Ordinal) && x.Contains("'checks: write'", StringComparison.Ordinal));
        Assert.Contains("::warning file=", job.Printed);
    }

    [Fact]
    public void It_is_skipped_where_GitHub_does_not_run_the_build()
    {
        using var job = new GitHubJob();
        Assert.True(PipelineRun.IsForCommitOnGitHub);

        Environment.SetEnvironmentVariable("GITHUB_ACTIONS", null);

        Assert.False(PipelineRun.IsForCommitOnGitHub);
    }

    static async Task RunAsync(GitHubJob job, int status, string answer)
    {
        job.Answer($"GET /repos/acme/shop/commits/{new string('a', 40)}/check-runs", 200, """{ "total_count": 0, "check_runs": [] }""");
        job.Answer(CheckRuns, status, answer);
        File.WriteAllText(job.PathOf("Dockerfile"), "FROM debian\nUSER 65532\n");
        var build = new LintBuild(job.Folder);
        await PipelineRun.Of(build).CreateCheckRunAsync(build);
        await PipelineRun.Of(build).LintAsync(build);
    }

    sealed class LintBuild(string folder) : NukeBuild, ICreateCheckRun
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", (AbsolutePath)folder)];

        AbsolutePath IHazArtifacts.ArtifactsDirectory => (AbsolutePath)folder / "artifacts";
    }
}
