using Kiln.Components.Running;
using Kiln.Receipts;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

/// <summary>A build that GitHub runs for a pull request, after DockerBuild and Scan, as far as the build can tell.</summary>
[Collection(nameof(HostVariables))]
public sealed class CommentTests : IDisposable
{
    const string Comments = "/repos/acme/shop/issues/7/comments";

    readonly GitHubJob _job = new();

    public CommentTests()
    {
        _job.Give("GITHUB_EVENT_PATH", "event.json", """{ "pull_request": { "number": 7, "head": { "sha": "fedcba9876543210" } } }""");
        _job.Give("GITHUB_STEP_SUMMARY", "summary.md", "before\n");
        _job.Answer($"GET {Comments}", 200, "[]");
        _job.Answer($"POST {Comments}", 201, """{ "id": 2, "html_url": "https://github.example.com/acme/shop/pull/7#issuecomment-2", "body": "" }""");
    }

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task What_a_gate_refused_is_told_as_refused()
    {
        await RunAsync(Verdict.Refused);

        var written = Assert.Single(_job.Requests, x => x.Request == $"POST {Comments}").Body;
        Assert.Matches(@"\| api \|.* refused \|", written);
        Assert.Contains("Built for commit fedcba9876543210.", written);
        Assert.Contains("Commented https://github.example.com/acme/shop/pull/7#issuecomment-2", _job.Lines);
    }

    [Fact]
    public async Task A_token_that_may_not_write_is_a_warning_and_the_job_s_page_has_it_all_the_same()
    {
        _job.Answer($"POST {Comments}", 403, """{ "message": "Resource not accessible by integration" }""");

        await RunAsync(Verdict.Passed);

        Assert.Contains(
            "warning: KILN2015: No comment was written to pull request 7 of 'acme/shop': the token in GITHUB_TOKEN lacks the permission 'pull-requests: write', which a pull request from a fork never has: Resource not accessible by integration.",
            _job.Lines);
        Assert.StartsWith("before\n### What changes about the images\n\n| Image ", File.ReadAllText(_job.PathOf("summary.md")));
    }

    [Fact]
    public async Task Without_such_a_page_the_log_has_it()
    {
        Environment.SetEnvironmentVariable("GITHUB_STEP_SUMMARY", null);
        Environment.SetEnvironmentVariable("GITHUB_TOKEN", null);

        await RunAsync(Verdict.Passed);

        Assert.Contains(_job.Lines, x => x.StartsWith("warning: KILN2015: No comment was written to pull request 7 of 'acme/shop': there is no token in GITHUB_TOKEN; ", StringComparison.Ordinal));
        Assert.Contains(_job.Lines, x => x.StartsWith("| api |", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jobs_for_an_image_each_write_a_comment_each()
    {
        await RunAsync(Verdict.Passed, "api");
        await RunAsync(Verdict.Passed, "web");
        await RunAsync(Verdict.Passed);

        Assert.Equal(
            ["images api", "images web", "images"],
            _job.Requests.Where(x => x.Request == $"POST {Comments}").Select(x => x.Body.Split("kiln: ")[1].Split(" --")[0]));
    }

    Task RunAsync(Verdict verdict, params string[] only)
    {
        var build = new PullRequestBuild(_job.Folder, only);
        foreach (var image in ((IHazImages)build).Images)
            WriteReceipt(image, verdict);
        return PipelineRun.Of(build).CommentAsync(build);
    }

    void WriteReceipt(ImageSpec image, Verdict verdict) => ReceiptFile.Write(_job.PathOf("artifacts", "images", $"{image.Name}.receipt.json"), new Receipt
    {
        Name = image.Name,
        Digest = Digest.OfBytes([1]),
        Platforms = [new PlatformReceipt(Platform.LinuxAmd64, Digest.OfBytes([2]), Digest.OfBytes([3]), 10, 20, [])],
        Builder = new BuilderReceipt("28.5.2", "0.29.1", "v0.25.1"),
        Work = new WorkReceipt(8, 3, 12.3),
        Scan = new VerdictReceipt(verdict, Digest.OfBytes([4]), []),
    });

    sealed class PullRequestBuild(string folder, string[] only) : NukeBuild, IComment
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", (AbsolutePath)folder), new("web", (AbsolutePath)folder)];

        IEnumerable<RegistryNamespace> IHazRegistries.Registries => [];

        string[] IDockerBuild.OnlyImages => only;

        AbsolutePath IHazArtifacts.ArtifactsDirectory => (AbsolutePath)folder / "artifacts";
    }
}
