using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.GitHub;
using Kiln.Caching.Preflight;
using Kiln.EndToEnd.ActionsCache;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Primitives;

namespace Kiln.EndToEnd.Caching;

/// <summary>An image that is compiled for two platforms on one, with stages beside it; the builder is emptied between the builds.</summary>
public sealed class SeveralPlatformsTests(PipelineFixture fixture)
{
    const string Steps = """
        FROM --platform=$BUILDPLATFORM shell:1 AS build
        COPY note /note
        ARG TARGETARCH
        RUN echo "for $TARGETARCH" > /out
        FROM build AS tests
        RUN ls /out
        FROM scratch
        COPY --from=build /out /out
        """;

    public static TheoryData<string> Places => ["registry", "folder", "GitHub's"];

    // What one bake of all loses: the compilation for the second platform ran again.
    [Theory]
    [MemberData(nameof(Places))]
    public async Task Out_of_a_shared_cache_no_step_runs_again(string place)
    {
        using var bench = await Workbench.OfAsync(fixture);
        await SmallShell.PublishAsync(bench);
        await bench.EmptyBuilderAsync();
        using var service = new CacheService();
        ValueMap<string?> variables = place == "GitHub's" ? [.. service.Environment(RuntimeToken.Push("main"))] : [];
        var policy = place switch
        {
            "folder" => CachePolicy.Folder(Path.Combine(bench.Root, "cache")),
            "registry" => CachePolicy.Registry($"{bench.Registry}/{Path.GetFileName(bench.Root).ToLowerInvariant()}"),
            _ => CachePolicy.GitHub,
        };

        var cold = await BuildAsync(bench, policy, variables);
        for (var again = 0; again < 3; again++)
        {
            await bench.EmptyBuilderAsync();
            var built = await BuildAsync(bench, policy, variables);

            Assert.Equal((6, 6), (built.Receipt.Work.Steps, built.Receipt.Work.Cached));
            Assert.Equal(cold.Receipt.Digest, built.Receipt.Digest);
        }

        Assert.Equal((6, 0), (cold.Receipt.Work.Steps, cold.Receipt.Work.Cached));
    }

    static async Task<BuiltImage> BuildAsync(Workbench bench, CachePolicy policy, ValueMap<string?> variables)
    {
        var image = bench.Image("cross", Steps) with
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
            SingleStage = "build",
            TestStage = "tests",
            Network = BuildNetwork.None,
        };
        var restored = await bench.RestoreAsync(image);
        var run = new CacheRun(CacheHost.Other, new CacheRefs("main")) { Runtime = ActionsRuntime.Of(variables.ToDictionary(), DateTimeOffset.UtcNow) };
        var caches = await new CachePreflight().CheckAsync(CachePlan.Of(policy, run, [image]), [image], CancellationToken.None);
        return (await bench.BuildAsync(
            restored.Policy,
            x => x with { Caches = caches, SkipsUnchanged = false, Engine = x.Engine with { Environment = [.. x.Engine.Environment, .. variables] } },
            image))[0];
    }
}
