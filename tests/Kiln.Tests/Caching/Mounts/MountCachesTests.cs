using Kiln.Caching;
using Kiln.Caching.Mounts;

namespace Kiln.Tests.Caching.Mounts;

public sealed class MountCachesTests
{
    static readonly ImageSpec Api = new("api", "/src");
    static readonly CacheRun Main = new(CacheHost.GitHub, new CacheRefs("main"));

    [Fact]
    public void Mounts_lie_beside_the_layers_under_a_name_that_no_layers_have()
    {
        var use = UseOf(CachePolicy.Registry("r.example.com/cache"));

        Assert.Equal(["type=registry,ref=r.example.com/cache/api:mounts.main"], use.From.Select(x => x.ToString()));
        Assert.Equal("r.example.com/cache/api:mounts.main", use.To.Single().Attributes["ref"]);
    }

    [Fact]
    public void Only_what_was_packed_is_written() =>
        Assert.All(MountCaches.Write(UseOf(CachePolicy.Registry("r.example.com/cache")).To), x => Assert.Equal("min", x.Attributes["mode"]));

    [Fact]
    public void Each_image_has_its_own()
    {
        var plan = PlanOf(CachePolicy.GitHub);

        Assert.Equal("api:mounts", MountCaches.Of(plan, Api).To.Single().Attributes["scope"]);
        Assert.Equal("web:mounts", MountCaches.Of(plan, new ImageSpec("web", "/src")).To.Single().Attributes["scope"]);
    }

    [Fact]
    public void A_custom_cache_that_names_no_platforms_is_left_to_the_layers()
    {
        var use = UseOf(CachePolicy.Custom("type=registry,ref=r/{image}:{ref}", "type=registry,ref=r/{image}:{ref}"));

        Assert.Empty(use.From);
        Assert.Empty(use.To);
    }

    [Fact]
    public void A_run_that_is_not_trusted_keeps_nothing()
    {
        var plan = CachePlan.Of(CachePolicy.GitHub, Main with { Distrust = "it is a fork's" }, [Api]);

        Assert.Empty(MountCaches.Of(plan, Api).To);
        Assert.NotEmpty(MountCaches.Of(plan, Api).From);
    }

    static CacheUse UseOf(CachePolicy policy) => MountCaches.Of(PlanOf(policy), Api);

    static CachePlan PlanOf(CachePolicy policy) => CachePlan.Of(policy, Main, [Api]);
}
