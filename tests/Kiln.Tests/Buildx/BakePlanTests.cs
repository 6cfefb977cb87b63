using Kiln.Buildx;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Tests.Buildx;

public sealed class BakePlanTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, params string[] lines)
    {
        _folder.Write($"{name}/Dockerfile", string.Join('\n', lines));
        return new ImageSpec(name, _folder[name]);
    }

    static ValueList<BakeTarget> TargetsOf(BuildRequest request) =>
        BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64)).SelectMany(x => x).ToValueList();

    ValueList<BakeTarget> TargetsOf(params ImageSpec[] images) => TargetsOf(BakeSamples.Request(_folder.Path, images));

    [Fact]
    public void Two_images_of_which_one_is_made_from_the_other_are_one_file()
    {
        var request = BakeSamples.Request(
            _folder.Path,
            Image("team/api.v1", "FROM golang AS build", "FROM base") with
            {
                SingleStage = "build",
                Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
                BuildArgs = [new("PRICE", "${HOME} %{if}")],
                Labels = [new("org.opencontainers.image.title", "api")],
            },
            Image("base", "FROM scratch") with { Network = BuildNetwork.Host }) with
        { Commit = BakeSamples.Commit };

        var json = new BakeDefinition(TargetsOf(request)).ToJson().Replace(_folder.Path, "/root");

        Snapshot.Matches(json, "two-images.json");
    }

    [Fact]
    public void What_steps_are_given_is_written_as_buildx_takes_it()
    {
        var json = new BakeDefinition(TargetsOf(Image("app", "FROM scratch") with
        {
            Annotations = [new("com.example.team", "blue")],
            Secrets = [BuildSecret.OfFile("npm", "/home/me, myself/.npmrc"), BuildSecret.OfVariable("NUGET_TOKEN"), BuildSecret.OfVariable("feed", "FEED_TOKEN")],
            Ssh = ["default"],
            ExtraHosts = [new("mirror", "10.0.0.1")],
            SharedMemory = 134_217_728,
            ProcessLimits = [new("nofile", "1024:4096")],
            UncachedStages = ["build"],
            Entitlements = [Entitlement.InsecureSecurity, Entitlement.Device("nvidia.com/gpu=all")],
            Extra = [new("pull", "true"), new("resources", """{"memory": "1g"}""")],
        })).ToJson().Replace(_folder.Path, "/root");

        Snapshot.Matches(json, "steps.json");
    }

    [Fact]
    public void A_proxy_s_address_is_in_no_file()
    {
        var request = BakeSamples.Request(_folder.Path, Image("app", "FROM scratch") with { BuildArgs = [new("NO_PROXY", "own")] }) with
        {
            Proxy = new ProxySettings { Http = "http://me:secret@proxy:3128", Except = "localhost" },
        };

        var json = new BakeDefinition(TargetsOf(request)).ToJson().Replace(_folder.Path, "/root");

        Snapshot.Matches(json, "proxy.json");
        Assert.Equal(["me:secret", "secret"], request.Proxy.Secrets.Order());
    }

    [Theory]
    [InlineData("api", "api")]
    [InlineData("team/api", "team-SLASH-api")]
    [InlineData("api.v1", "api-DOT-v1")]
    [InlineData("a.b/c.d", "a-DOT-b-SLASH-c-DOT-d")]
    public void Dots_and_slashes_are_spelled_out_since_bake_takes_none(string name, string expected) =>
        Assert.Equal(expected, Assert.Single(TargetsOf(Image(name, "FROM scratch"))).Name);

    [Fact]
    public void Another_image_of_the_build_is_its_target_under_the_name_that_the_Dockerfile_uses()
    {
        var targets = TargetsOf(Image("app", "FROM team/base"), Image("team/base", "FROM scratch"));

        Assert.Equal([new("team/base", "target:team-SLASH-base")], targets[0].Contexts);
        Assert.Empty(targets[1].Contexts);
    }

    [Fact]
    public void A_single_stage_is_measured_for_one_platform_and_without_labels()
    {
        var image = Image("api", "FROM golang AS build", "FROM scratch") with
        {
            SingleStage = "build",
            Platforms = [Platform.LinuxArm64, Platform.LinuxAmd64],
            Labels = [new("a", "b")],
        };

        var targets = TargetsOf(BakeSamples.Request(_folder.Path, image) with { Commit = BakeSamples.Commit });

        Assert.Equal(
            targets[0] with
            {
                Name = "api-SINGLE-STAGE",
                LayoutFolder = targets[0].LayoutFolder + "-SINGLE-STAGE",
                Stage = "build",
                Platforms = [Platform.LinuxArm64],
                Labels = [],
                Annotations = [],
                IsReproducible = false,
            },
            targets[1]);
    }

    [Fact]
    public void A_test_stage_is_built_beside_the_image_and_leaves_nothing()
    {
        var image = Image("api", "FROM golang AS tests", "FROM scratch") with
        {
            TestStage = "tests",
            Platforms = [Platform.LinuxArm64, Platform.LinuxAmd64],
            Labels = [new("a", "b")],
        };

        var targets = TargetsOf(BakeSamples.Request(_folder.Path, image));

        Assert.Equal(
            targets[0] with
            {
                Name = "api-TEST",
                LayoutFolder = null,
                Stage = "tests",
                Platforms = [Platform.LinuxArm64],
                Labels = [],
                Annotations = [],
                IsReproducible = false,
            },
            targets[1]);
    }

    [Theory]
    [InlineData(BuildNetwork.Default, false, BuildNetwork.Default)]
    [InlineData(BuildNetwork.Default, true, BuildNetwork.Host)]
    [InlineData(BuildNetwork.None, true, BuildNetwork.None)]
    [InlineData(BuildNetwork.Host, false, BuildNetwork.Host)]
    public void An_engine_without_a_bridge_gives_the_hosts_network(BuildNetwork asked, bool lacksBridge, BuildNetwork given)
    {
        var request = BakeSamples.Request(_folder.Path, Image("api", "FROM scratch") with { Network = asked });

        var targets = TargetsOf(request with { Engine = BakeSamples.Engine with { LacksBridge = lacksBridge } });

        Assert.Equal(given, Assert.Single(targets).Network);
    }
}
