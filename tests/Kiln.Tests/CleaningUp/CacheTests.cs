using Kiln.Caching;
using Kiln.Caching.Backends;
using Kiln.CleaningUp;
using Kiln.Primitives;
using static Kiln.Tests.CleaningUp.Contents;

namespace Kiln.Tests.CleaningUp;

/// <summary>Caches in registries and on CI hosts, by the ref that they are for.</summary>
public sealed class CacheTests
{
    static readonly LivingRefs Living = new() { Branches = ["main", "feature/a.b"], OpenRequests = ["8"] };

    [Theory]
    [InlineData("main", "Stays (the branch 'main' is there)")]
    [InlineData("feature/a.b", "Stays (the branch 'feature/a.b' is there)")]
    [InlineData("refs/pull/8", "Stays (request 8 is open)")]
    [InlineData("refs/pull/7", "Goes (request 7 is closed)")]
    [InlineData("merge_request/7", "Goes (request 7 is closed)")]
    [InlineData("gone", "Goes (no branch is called 'gone')")]
    public void A_cache_in_a_registry_is_read_back_from_the_tag_that_it_was_given(string reference, string expected)
    {
        foreach (var scope in new[] { new CacheScope("api", [Platform.LinuxAmd64, Platform.LinuxArm64]), CacheScope.OfMounts("api"), CacheScope.OfTests("api"), Wide })
        {
            var tag = new RegistryCache("harbor.example.com/cache").Locate(scope, reference).Tag!;

            Assert.Equal([$"{tag}: {expected}"], Text(CacheTagJudge.Judge(Of([Tag(tag, "cache")], Manifest("cache")), Living)));
        }
    }

    [Theory]
    [InlineData("1.4.2")]
    [InlineData("latest")]
    [InlineData("0123456789ab")]
    [InlineData("team.gone")]
    public void Where_images_lie_beside_caches_they_are_left_alone(string tag) =>
        Assert.Equal([$"{tag}: Stays (no cache of Kiln's)"], Text(CacheTagJudge.Judge(Of([Tag(tag, "image")], Manifest("image")), Living)));

    [Fact]
    public void A_branch_that_is_called_like_a_request_is_none()
    {
        var living = Living with { Branches = ["refs-pull-7-00000000"] };
        var tag = new RegistryCache("harbor.example.com/cache").Locate(CacheScope.OfMounts("api"), "refs-pull-7-00000000").Tag!;

        Assert.Equal([$"{tag}: Stays (the branch 'refs-pull-7-00000000' is there)"], Text(CacheTagJudge.Judge(Of([Tag(tag, "cache")], Manifest("cache")), living)));
    }

    [Fact]
    public void Without_branches_and_requests_nothing_goes()
    {
        var tags = new[] { "gone", "refs/pull/7" }.Select(x => Tag(new RegistryCache("harbor.example.com/cache").Locate(CacheScope.OfMounts("api"), x).Tag!, "cache"));

        Assert.All(CacheTagJudge.Judge(Of(tags, Manifest("cache")), new LivingRefs()), x => Assert.Equal(Fate.Stays, x.Fate));
        Assert.Empty(HostCachePlan.Of("a cache", [new(1, "refs/heads/gone", 1), new(2, "refs/pull/7/merge", 1)], new LivingRefs()).Leftovers);
    }

    [Fact]
    public void What_a_host_keeps_for_closed_requests_and_gone_branches_goes_ref_by_ref()
    {
        var plan = HostCachePlan.Of(
            "GitHub's cache of acme/shop",
            [
                new(1, "refs/heads/main", 10), new(2, "refs/pull/7/merge", 20), new(3, "refs/pull/8/merge", 30), new(4, "refs/heads/feature/gone", 40),
                new(5, "refs/pull/7/merge", 50), new(6, "refs/heads/feature/a.b", 60), new(7, "refs/tags/v1", 70), new(8, "refs/pull/x/merge", 80),
            ],
            Living);

        Assert.Equal(
            [("refs/heads/feature/gone", "the branch is gone", 40L, "4"), ("refs/pull/7/merge", "request 7 is closed", 70L, "2 5")],
            plan.Leftovers.Cast<Leftover.InCache>().Select(x => (x.Names[0], x.Why, x.Size, string.Join(' ', x.Entries.Select(y => y.Id)))));
        Assert.Equal(110, plan.Size);
        Assert.Equal(
            ["refs/heads/feature/a.b", "refs/heads/main", "refs/pull/8/merge", "refs/pull/x/merge", "refs/tags/v1"],
            plan.Kept.SelectMany(x => x.Names).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_opened_while_the_cache_is_looked_at_is_not_taken_for_closed()
    {
        var host = new Opening();

        var plan = await new CleanUpPlanner(new Said()).PlanAsync(new CleanUpRequest { Images = [], HostCache = host, Refs = host }, TestContext.Current.CancellationToken);

        Assert.Empty(plan.Leftovers);
        Assert.Equal("request 9 is open", Assert.Single(plan.Kept).Why);
    }

    sealed class Opening : ICacheHost, IRefSource
    {
        ValueList<string> _open = [];

        public string Title => "a cache";

        public Task<ValueList<HostCache>> ListAsync(CancellationToken cancellationToken)
        {
            _open = ["9"];
            return Task.FromResult<ValueList<HostCache>>([new HostCache(1, "refs/pull/9/merge", 1)]);
        }

        public Task DeleteAsync(HostCache entry, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is deleted while it is planned.");

        public Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken) => Task.FromResult<ValueList<string>?>(null);

        public Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken) => Task.FromResult<ValueList<string>?>(_open);
    }

    // So many that their name is cut.
    static CacheScope Wide => new("api", [Platform.LinuxAmd64, Platform.LinuxArm64, Platform.Parse("linux/arm/v7"), Platform.Parse("linux/ppc64le"), Platform.Parse("linux/s390x")]);
}
