using Kiln.Buildx.Builders;
using Kiln.Caching.Backends;
using static Kiln.Tests.Buildx.Builders.BuilderSamples;

namespace Kiln.Tests.Buildx.Builders;

public class BuilderChoiceTests
{
    static readonly BuilderNeeds Bucket = new()
    {
        Caches = [new S3Cache("layers", "eu-central-1")],
        Entitlements = [("api", Entitlement.InsecureSecurity), ("web", Entitlement.InsecureSecurity)],
    };

    [Fact]
    public void The_engines_own_stays_where_it_can_do_the_job() =>
        Assert.Equal(new BuilderChoice(Builder.Auto), BuilderChoice.Of(Builder.Auto, EngineWith("docker", Node()), new BuilderNeeds()));

    [Fact]
    public void A_container_takes_its_place_where_it_cannot_with_all_that_the_build_asks_for()
    {
        var choice = BuilderChoice.Of(Builder.Auto, EngineWith("docker", Node()), Bucket);

        Assert.Equal(Builder.Container() with { Entitlements = [Entitlement.InsecureSecurity] }, choice.Builder);
        Assert.Equal("the engine's own builder knows no caches of type s3, so not the bucket layers", choice.Reason);
    }

    [Fact]
    public void What_somebody_chose_with_buildx_is_not_moved()
    {
        var engine = EngineWith("docker-container", Node("v0.11.0"));

        Assert.Equal(new BuilderChoice(Builder.Auto), BuilderChoice.Of(Builder.Auto, engine, Bucket));
    }

    [Fact]
    public void What_the_build_names_is_not_moved()
    {
        var engine = EngineWith("docker", Node()) with { HasContainerdStore = false };

        Assert.Equal(new BuilderChoice(Builder.Engine), BuilderChoice.Of(Builder.Engine, engine, Bucket));
    }
}
