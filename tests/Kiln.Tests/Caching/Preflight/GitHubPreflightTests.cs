using Kiln.Caching;
using Kiln.Caching.GitHub;
using Kiln.Caching.Preflight;
using Kiln.Primitives;
using Kiln.Reporting;
using Kiln.Tests.Caching.GitHub;

namespace Kiln.Tests.Caching.Preflight;

public sealed class GitHubPreflightTests
{
    static readonly ValueList<ImageSpec> Images = [new("api", "/api")];

    [Fact]
    public async Task What_the_token_opens_is_read_and_written()
    {
        var plan = await CheckAsync(RunVariables.Token(("refs/heads/topic", 3), ("refs/heads/main", 1)));

        Assert.Equal(
            ["Cache     GitHub's cache: reads refs/heads/topic, refs/heads/main; writes refs/heads/topic"],
            CacheSummary.Lines(plan, Images));
        Assert.Equal(["type=gha,scope=api:linux-amd64"], plan.UseOf(Images[0]).From.Select(x => x.ToString()));
        Assert.Equal(["type=gha,ignore-error=true,mode=max,scope=api:linux-amd64"], plan.UseOf(Images[0]).To.Select(x => x.ToString()));
    }

    [Fact]
    public async Task A_token_that_may_only_read_is_said_and_is_enough_where_the_cache_is_required()
    {
        var plan = await CheckAsync(RunVariables.Token(("refs/heads/main", 1)), isRequired: true);

        Assert.Equal(
            ["Cache     GitHub's cache: reads refs/heads/main; writes nothing, the run's token may only read, as GitHub decides for events "
                + "that anyone can cause and for jobs with 'cache-mode: read'"],
            CacheSummary.Lines(plan, Images));
        Assert.Single(plan.UseOf(Images[0]).From);
        Assert.Empty(plan.UseOf(Images[0]).To);
    }

    [Fact]
    public async Task A_token_that_is_missing_keeps_the_cache_out_of_the_build()
    {
        var plan = await CheckAsync("");

        Assert.Equal(new CacheUse(), plan.UseOf(Images[0]));
        Assert.StartsWith("Cache     GitHub's cache: neither read nor written, ACTIONS_RUNTIME_TOKEN is not set: ", CacheSummary.Lines(plan, Images).Single());
    }

    [Fact]
    public async Task A_token_that_is_missing_is_an_error_where_the_cache_is_required()
    {
        var error = await Assert.ThrowsAsync<KilnException>(() => CheckAsync("", isRequired: true));

        Assert.Equal("KILN6020", error.Code);
        Assert.Contains("GitHub's cache cannot be read: ACTIONS_RUNTIME_TOKEN is not set", error.Message);
    }

    [Fact]
    public async Task A_run_that_is_not_trusted_does_not_write_whatever_its_token_says()
    {
        var plan = await CheckAsync(RunVariables.Token(("refs/pull/7/merge", 3)), distrust: "this run is for a fork's pull request (them/app)");

        Assert.Equal(
            ["Cache     GitHub's cache: reads refs/pull/7/merge; writes nothing, this run is for a fork's pull request (them/app)"],
            CacheSummary.Lines(plan, Images));
    }

    static Task<CachePlan> CheckAsync(string token, bool isRequired = false, string? distrust = null)
    {
        var run = new CacheRun(CacheHost.GitHub, new CacheRefs("topic", null, "main"))
        {
            Distrust = distrust,
            Runtime = ActionsRuntime.Of(RunVariables.With(token), RunVariables.Now),
        };
        var plan = CachePlan.Of(CachePolicy.Auto, run, Images) with { IsRequired = isRequired };
        return new CachePreflight().CheckAsync(plan, Images, CancellationToken.None);
    }
}
