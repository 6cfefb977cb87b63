using Kiln.Buildx.Builders;
using Kiln.Caching.Backends;
using static Kiln.Tests.Buildx.Builders.BuilderSamples;

namespace Kiln.Tests.Buildx.Builders;

public class BuilderFitnessTests
{
    static readonly CacheBackend Bucket = new S3Cache("layers", "eu-central-1");
    static readonly CacheBackend[] EveryOther = [new RegistryCache("127.0.0.1:5000"), new FolderCache("/cache"), new InlineCache("127.0.0.1:5000"), new GitHubCache()];

    [Fact]
    public void A_graph_driver_cannot_export_and_both_remedies_are_named()
    {
        var engine = EngineWith("docker", Node()) with { HasContainerdStore = false, EngineVersion = "27.5.1" };

        var finding = Assert.Single(BuilderFitness.Of(engine, new BuilderNeeds()));

        Assert.Equal(ErrorCodes.BuilderCannotExport, finding.Code);
        Assert.True(finding.IsFatal);
        Assert.Equal(
            "The engine's own builder cannot write OCI layouts, since the image store of engine 27.5.1 is not containerd's. "
            + "Set \"features\": {\"containerd-snapshotter\": true} in its daemon.json (Engine 23 and newer). "
            + "Or: Leave the choice to Kiln (Builder.Auto), or say Builder.Container().",
            finding.ToString());
    }

    [Theory]
    [InlineData("docker-container")]
    [InlineData("kubernetes")]
    [InlineData("remote")]
    [InlineData("cloud")]
    public void What_the_engine_stores_images_in_does_not_matter_to_other_builders(string driver)
    {
        var engine = EngineWith(driver, Node()) with { HasContainerdStore = false };

        Assert.Empty(BuilderFitness.Of(engine, new BuilderNeeds { Caches = [Bucket, .. EveryOther] }));
    }

    [Fact]
    public void The_engines_own_builder_knows_all_caches_but_buckets()
    {
        var engine = EngineWith("docker", Node());
        var azure = new AzureBlobCache(new Uri("https://layers.example.com"), "cache");

        Assert.Empty(BuilderFitness.Of(engine, new BuilderNeeds { Caches = [.. EveryOther] }));
        var findings = BuilderFitness.Of(engine, new BuilderNeeds { Caches = [Bucket, azure] });

        Assert.Equal(
            [
                "The engine's own builder knows no caches of type s3, so not the bucket layers. Leave the choice to Kiln (Builder.Auto), or say Builder.Container().",
                "The engine's own builder knows no caches of type azblob, so not the container cache of layers.example.com. Leave the choice to Kiln (Builder.Auto), or say Builder.Container().",
            ],
            findings.Select(x => x.ToString()));
        Assert.All(findings, x => Assert.Equal((ErrorCodes.BuilderLacksCache, true), (x.Code, x.IsFatal)));
    }

    [Theory]
    [InlineData("docker", "v0.25.1", "28.5.2", null)]
    [InlineData("docker", "v0.25.1", "27.5.1", "the engine's own builder is that of engine 27.5.1, and GitHub's cache only answers newer ones")]
    [InlineData("docker-container", "v0.25.1", "27.5.1", null)]
    [InlineData("docker-container", "v0.19.0", "28.5.2", "the builder 'mine' (docker-container) has BuildKit v0.19.0, and GitHub's cache only answers newer ones")]
    [InlineData("remote", "v0.0.0+unknown", "28.5.2", null)]
    [InlineData("remote", "", "", null)]
    public void GitHubs_cache_needs_a_newer_BuildKit_and_only_fails_whom_it_was_promised(
        string driver, string buildKit, string engineVersion, string? problem)
    {
        var engine = EngineWith(driver, Node(buildKit)) with { EngineVersion = engineVersion };
        var needs = new BuilderNeeds { Caches = [new GitHubCache()] };

        var findings = BuilderFitness.Of(engine, needs);

        Assert.Equal(problem, findings.SingleOrDefault()?.Problem);
        Assert.All(findings, x => Assert.False(x.IsFatal));
        Assert.All(BuilderFitness.Of(engine, needs with { CachesAreRequired = true }), x => Assert.True(x.IsFatal));
    }

    [Theory]
    [InlineData("v0.12.5", true)]
    [InlineData("20.10.24+dfsg1", true)]
    [InlineData("v0.13.0", false)]
    [InlineData("v0.32.2", false)]
    [InlineData("v1.2.0", false)]
    [InlineData("v0.0.0+unknown", false)]
    [InlineData("", false)]
    public void An_old_BuildKit_is_told_by_its_version_alone(string version, bool isTooOld)
    {
        var findings = BuilderFitness.Of(EngineWith("docker-container", Node(version)), new BuilderNeeds());

        Assert.Equal(isTooOld ? [ErrorCodes.BuildKitTooOld] : [], findings.Select(x => x.Code));
    }

    [Fact]
    public void One_old_node_of_several_is_named()
    {
        var engine = EngineWith("remote", Node(), Node("v0.11.6") with { Name = "mine-1" });

        var finding = Assert.Single(BuilderFitness.Of(engine, new BuilderNeeds()));

        Assert.Equal("node 'mine-1' of the builder 'mine' (remote) has BuildKit v0.11.6, and only 0.13 and newer give the same digest for the same files", finding.Problem);
    }

    [Theory]
    [InlineData("docker-container", "--allow-insecure-entitlement=network.host", false, true)]
    [InlineData("docker-container", "--allow-insecure-entitlement=security.insecure", false, false)]
    [InlineData("docker-container", "--allow-insecure-entitlement security.insecure", false, false)]
    [InlineData("docker-container", "--allow-insecure-entitlement=network.host", true, false)]
    [InlineData("kubernetes", "--allow-insecure-entitlement=network.host", false, true)]
    [InlineData("remote", "--allow-insecure-entitlement=network.host", false, false)]
    [InlineData("docker-container", "", false, false)]
    public void Entitlements_are_refused_where_the_flags_say_so(string driver, string flags, bool hasConfiguration, bool isRefused)
    {
        var node = Node() with { Flags = [.. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)], HasConfiguration = hasConfiguration };
        var needs = new BuilderNeeds { Entitlements = [("api", Entitlement.InsecureSecurity), ("api", Entitlement.Device("a.b/c=all"))] };

        var findings = BuilderFitness.Of(EngineWith(driver, node), needs);

        Assert.Equal(
            isRefused ? [$"image 'api' asks for security.insecure, which the builder 'mine' ({driver}) does not grant"] : [],
            findings.Select(x => x.Problem));
        Assert.All(findings, x => Assert.Contains("with { Entitlements = [Entitlement.InsecureSecurity] }", x.Remedy));
    }

    [Fact]
    public void Steps_of_a_platform_that_no_node_runs_are_named_by_line()
    {
        var engine = EngineWith("remote", Node("v0.25.1", "linux/amd64", "linux/386"));
        PlatformStep[] steps = [new("api", 7, Platform.LinuxArm64), new("api", 3, Platform.LinuxArm64), new("web", 2, Platform.LinuxAmd64V3)];

        var finding = Assert.Single(BuilderFitness.Of(engine, new BuilderNeeds { Steps = [.. steps] }));

        Assert.Equal(ErrorCodes.BuilderLacksPlatform, finding.Code);
        Assert.Equal(
            "image 'api' runs lines 3, 7 of its Dockerfile for linux/arm64, and the builder 'mine' (remote) runs linux/amd64, linux/386",
            finding.Problem);
    }

    [Fact]
    public void Where_caches_are_read_such_steps_may_never_run()
    {
        var engine = EngineWith("remote", Node("v0.25.1", "linux/amd64"));
        var needs = new BuilderNeeds { Steps = [new("api", 3, Platform.LinuxArm64)] };

        Assert.True(BuilderFitness.Of(engine, needs).Single().IsFatal);
        Assert.False(BuilderFitness.Of(engine, needs with { Caches = [new RegistryCache("127.0.0.1:5000")] }).Single().IsFatal);
    }

    [Fact]
    public void A_platform_of_any_node_will_do_and_of_unknown_ones_nothing_is_said()
    {
        var needs = new BuilderNeeds { Steps = [new("api", 3, Platform.LinuxArm64)] };

        Assert.Empty(BuilderFitness.Of(EngineWith("remote", Node("", "linux/amd64"), Node("", "linux/arm64")), needs));
        Assert.Empty(BuilderFitness.Of(EngineWith("remote", Node("", "linux/amd64"), Node()), needs));
    }

    [Fact]
    public void What_is_fatal_comes_first()
    {
        var engine = EngineWith("docker", Node("v0.12.0")) with { EngineVersion = "24.0.9" };

        var findings = BuilderFitness.Of(engine, new BuilderNeeds { Caches = [new GitHubCache(), Bucket] });

        Assert.Equal([true, true, false], findings.Select(x => x.IsFatal));
    }
}
