using Kiln.CleaningUp;
using Kiln.Components.Running;
using Nuke.Common;
using Nuke.Common.Tooling;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

/// <summary>A build that GitHub runs to clean up, in a repository whose cache has what a closed pull request left.</summary>
[Collection(nameof(HostVariables))]
public sealed class CleanUpTests : IDisposable
{
    const string Repository = "/repos/acme/shop";
    const string Entry = $"DELETE {Repository}/actions/caches/11";

    readonly GitHubJob _job = new();

    public CleanUpTests()
    {
        _job.Answer(
            $"GET {Repository}/actions/caches",
            200,
            """{ "total_count": 1, "actions_caches": [{ "id": 11, "ref": "refs/pull/7/merge", "key": "blob", "size_in_bytes": 1500000 }] }""");
        _job.Answer($"GET {Repository}/branches", 200, """[{ "name": "main" }]""");
        _job.Answer($"GET {Repository}/pulls", 200, "[]");
        _job.Answer(Entry, 204, "");
    }

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task What_is_listed_stays_until_it_is_told_to_go()
    {
        await RunAsync(deletes: false);

        Assert.Contains(_job.Lines, x => x.Contains("refs/pull/7/merge", StringComparison.Ordinal) && x.Contains("request 7 is closed", StringComparison.Ordinal));
        Assert.Contains(_job.Lines, x => x.Contains("--delete-leftovers", StringComparison.Ordinal));
        Assert.DoesNotContain(_job.Requests, x => x.Request == Entry);
    }

    [Fact]
    public async Task What_is_listed_goes_when_it_is_told_to()
    {
        await RunAsync(deletes: true);

        Assert.Single(_job.Requests, x => x.Request == Entry);
    }

    [Theory]
    [InlineData($"GET {Repository}/actions/caches", "actions: read")]
    [InlineData($"GET {Repository}/pulls", "pull-requests: read")]
    [InlineData(Entry, "actions: write")]
    public async Task A_token_that_may_not_is_a_warning_that_names_what_lacks(string request, string permission)
    {
        _job.Answer(request, 403, """{ "message": "Resource not accessible by integration" }""");

        await RunAsync(deletes: true);

        Assert.Contains(_job.Lines, x => x.StartsWith("warning: ", StringComparison.Ordinal) && x.Contains($"lacks the permission '{permission}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_looked_at_and_no_build_fails()
    {
        Environment.SetEnvironmentVariable("GITHUB_TOKEN", null);

        // The refs would be asked of origin, wherever these sources were cloned from.
        var build = new CleaningBuild(deletes: true, keepsRefs: false);
        await PipelineRun.Of(build).CleanUpAsync(build);

        Assert.Contains(_job.Lines, x => x.StartsWith("warning: ", StringComparison.Ordinal) && x.Contains("there is no token in GITHUB_TOKEN", StringComparison.Ordinal));
        Assert.Contains(_job.Lines, x => x.EndsWith("since these could not be looked at: GitHub's cache of acme/shop", StringComparison.Ordinal));
        Assert.Empty(_job.Requests);
    }

    static Task RunAsync(bool deletes)
    {
        var build = new CleaningBuild(deletes, keepsRefs: true);
        return PipelineRun.Of(build).CleanUpAsync(build);
    }

    sealed class CleaningBuild(bool deletes, bool keepsRefs) : NukeBuild, ICleanUp
    {
        Configure<CleanUpRequest> ICleanUp.CleanUpSettings => _ => _ with { Refs = keepsRefs ? _.Refs : null };

        IEnumerable<ImageSpec> IHazImages.Images => [new("api", "api")];

        IEnumerable<RegistryNamespace> IHazRegistries.Registries => [];

        bool ICleanUp.DeleteLeftovers => deletes;
    }
}
