using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Tests.Buildx.Builders;

namespace Kiln.Tests.Buildx;

public sealed class PlatformTargetTests : IDisposable
{
    static readonly ContainerEngine OneNode = BuilderSamples.EngineWith("remote", BuilderSamples.Node());
    static readonly ContainerEngine TwoNodes = BuilderSamples.EngineWith("remote", BuilderSamples.Node(), BuilderSamples.Node());
    static readonly ValueList<Platform> Both = [Platform.LinuxAmd64, Platform.LinuxArm64];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, ValueList<Platform> platforms, params string[] lines)
    {
        _folder.Write($"{name}/Dockerfile", string.Join('\n', lines));
        return new ImageSpec(name, _folder[name]) { Platforms = platforms };
    }

    ILookup<ImageSpec, BakeTarget> TargetsOf(ContainerEngine engine, params ImageSpec[] images) => BakePlan.Targets(
        BakeSamples.Request(_folder.Path, images) with { Engine = engine }, ImageGraph.Of([.. images], Platform.LinuxAmd64));

    static string[] Lines(ILookup<ImageSpec, BakeTarget> targets) =>
        [.. targets.SelectMany(x => x).Select(x => $"{x.Name}: {x.Platforms} {x.Contexts} in {Path.GetFileName(x.LayoutFolder)}")];

    [Fact]
    public void On_several_nodes_each_platform_is_a_target_and_is_made_from_the_same_platform()
    {
        var targets = TargetsOf(
            TwoNodes,
            Image("app", Both, "FROM base", "COPY --from=tool /a /a") with { SingleStage = "0" },
            Image("base", Both, "FROM scratch"),
            Image("tool", [Platform.LinuxAmd64], "FROM scratch"));

        Assert.Equal(
            [
                "app-PLATFORM-linux-amd64: [linux/amd64] {base: target:base-PLATFORM-linux-amd64, tool: target:tool} in app-PLATFORM-linux-amd64",
                "app-PLATFORM-linux-arm64: [linux/arm64] {base: target:base-PLATFORM-linux-arm64, tool: target:tool} in app-PLATFORM-linux-arm64",
                "app-SINGLE-STAGE: [linux/amd64] {base: target:base-PLATFORM-linux-amd64, tool: target:tool} in app-SINGLE-STAGE",
                "base-PLATFORM-linux-amd64: [linux/amd64] {} in base-PLATFORM-linux-amd64",
                "base-PLATFORM-linux-arm64: [linux/arm64] {} in base-PLATFORM-linux-arm64",
                "tool: [linux/amd64] {} in tool",
            ],
            Lines(targets));
    }

    [Fact]
    public void What_a_stage_on_the_builders_platform_is_made_from_is_of_that_platform()
    {
        var targets = TargetsOf(
            TwoNodes, Image("app", Both, "FROM --platform=$BUILDPLATFORM base"), Image("base", Both, "FROM scratch"));

        Assert.All(targets.First(), x => Assert.Equal("target:base-PLATFORM-linux-amd64", x.Contexts["base"]));
    }

    [Fact]
    public void On_one_node_all_platforms_are_one_target() => Assert.Equal(
        ["app: [linux/amd64, linux/arm64] {} in app"], Lines(TargetsOf(OneNode, Image("app", Both, "FROM scratch"))));

    [Fact]
    public async Task Each_platform_has_a_cache_of_its_own()
    {
        var image = Image("app", Both, "FROM scratch");
        var plan = CachePlan.Of(
            CachePolicy.Registry("127.0.0.1:5000"), new CacheRun(CacheHost.Other, new CacheRefs("main")), PlatformTargets.CachedAs(TwoNodes, [image]));
        await using var session = await CacheSession.BeginAsync(plan, PlatformTargets.CachedAs(TwoNodes, [image]), CancellationToken.None);

        var targets = CachedTargets.Of(TargetsOf(TwoNodes, image), [image], [], session);

        Assert.Equal(
            ["127.0.0.1:5000/app:linux-amd64.main", "127.0.0.1:5000/app:linux-arm64.main"],
            targets.Select(x => Assert.Single(x.CacheTo).Attributes["ref"]));
        Assert.Equal(targets.Select(x => x.CacheTo[0].Attributes["ref"]), targets.Select(x => x.CacheFrom[0].Attributes["ref"]));
    }

    [Fact]
    public async Task A_single_stage_reads_its_image_s_cache_and_a_test_stage_has_its_own()
    {
        var image = Image("app", Both, "FROM scratch AS one\nFROM scratch") with { SingleStage = "one", TestStage = "one" };
        var plan = CachePlan.Of(CachePolicy.Registry("127.0.0.1:5000"), new CacheRun(CacheHost.Other, new CacheRefs("main")), [image]);
        await using var session = await CacheSession.BeginAsync(plan, [image], CancellationToken.None);

        var targets = CachedTargets.Of(TargetsOf(OneNode, image), [image], [], session);

        Assert.Equal(
            [
                "app: linux-amd64_linux-arm64.main -> linux-amd64_linux-arm64.main",
                "app-SINGLE-STAGE: linux-amd64_linux-arm64.main -> ",
                "app-TEST: tests.main -> tests.main",
            ],
            targets.Select(x => $"{x.Name}: {TagsOf(x.CacheFrom)} -> {TagsOf(x.CacheTo)}"));

        static string TagsOf(ValueList<CacheEntry> entries) => string.Join(' ', entries.Select(x => x.Attributes["ref"].Split(':')[^1]));
    }

    // As on the first run after it was named: what comes before it is there already.
    [Fact]
    public async Task A_test_stage_of_which_nothing_is_kept_yet_reads_its_image_s_cache()
    {
        var image = Image("app", Both, "FROM scratch AS one\nFROM scratch") with { TestStage = "one" };
        var plan = CachePlan.Of(CachePolicy.Registry("127.0.0.1:5000"), new CacheRun(CacheHost.Other, new CacheRefs("main")), [image]);
        plan = plan with { Findings = [.. plan.Findings.Select(x => x with { Absent = plan.UseOf(CacheScope.OfTests(image.Name)).From })] };
        await using var session = await CacheSession.BeginAsync(plan, [image], CancellationToken.None);

        var test = CachedTargets.Of(TargetsOf(OneNode, image), [image], [], session)[1];

        Assert.EndsWith(":linux-amd64_linux-arm64.main", test.CacheFrom.Single().Attributes["ref"]);
        Assert.EndsWith(":tests.main", test.CacheTo.Single().Attributes["ref"]);
    }
}
