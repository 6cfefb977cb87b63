using Kiln.Buildx.Builders;
using Kiln.Locking;

namespace Kiln.Tests.Buildx.Builders;

public class BuilderTests
{
    public static TheoryData<Action, string> Mistakes => new()
    {
        { () => Builder.Existing("my builder"), "'my builder' is no name of a builder. Write one that 'docker buildx ls' shows: letters, digits, '.', '_' and '-', a letter first." },
        { () => Builder.Remote("buildkit:1234"), "'buildkit:1234' is no address of a buildkitd. Write tcp://host:port or unix:///path; the schemes are docker-container, kube-pod, npipe, ssh, tcp, unix." },
        { () => Builder.Remote("https://buildkit"), "'https://buildkit' is no address of a buildkitd. Write tcp://host:port or unix:///path; the schemes are docker-container, kube-pod, npipe, ssh, tcp, unix." },
        { () => Builder.Remote(), "A builder without nodes cannot build. Name at least one." },
        { () => Builder.Remote(new RemoteNode("unix:///a"), new RemoteNode("unix:///a")), "2 nodes of a builder are 'unix:///a'. Name each once, with all its platforms." },
        { () => _ = new ClusterNode { Replicas = 0 }, "0 replicas of BuildKit cannot build. Name at least 1." },
        { () => BuilderSamples.PlanOf(Builder.Container() with { Nodes = [new(), new()] }), "2 nodes of a builder are 'this engine'. Name each once, with all its platforms." },
        { () => BuilderSamples.PlanOf(Builder.Container() with { HttpRegistries = ["http://a"] }), "A builder's registry 'http://a' cannot be meant: 'http://a' is not a registry host; write a name or an address, and a port where one is needed, as in registry.example.com:5000." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_buildx_would_not_take_is_refused_where_it_is_written(Action describe, string message)
    {
        var refusal = Assert.Throws<KilnException>(describe);

        Assert.Equal((ErrorCodes.InvalidBuilder, message), (refusal.Code, refusal.Message));
        Assert.True(refusal.IsUsage);
    }

    [Fact]
    public void The_lock_pins_what_has_no_digest_of_its_own()
    {
        var required = BuilderImage.ToLock(Builder.Container("moby/buildkit:v0.31.0"), Platform.LinuxAmd64);

        Assert.Equal("docker.io/moby/buildkit:v0.31.0", Assert.IsType<RequiredInput.Image>(Assert.Single(required)).Key);
        Assert.Equal("the build's Builder", required[0].Place.ToString());
        Assert.All(
            [Builder.Auto, Builder.Engine, Builder.Container(), Builder.Container(BuilderSamples.Pinned), Builder.Kubernetes(), Builder.Remote("unix:///a")],
            x => Assert.Empty(BuilderImage.ToLock(x, Platform.LinuxAmd64)));
    }

    [Fact]
    public void What_runs_is_what_the_lock_says_from_where_it_says()
    {
        var builder = Builder.Container("moby/buildkit:v0.31.0");
        var there = ImageReference.Parse($"harbor.example.com/dockerhub/moby/buildkit:v0.31.0@sha256:{new string('b', 64)}");

        var found = BuilderImage.In([new("docker.io/moby/buildkit:v0.31.0", there)], builder);

        Assert.Equal(there.ToString(), BuilderPlans.Of(builder, BuilderSamples.Site, found)!.Nodes[0].Options["image"]);
    }
}
