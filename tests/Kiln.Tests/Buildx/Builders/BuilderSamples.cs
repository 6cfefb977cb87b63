using Kiln.Buildx;
using Kiln.Buildx.Builders;

namespace Kiln.Tests.Buildx.Builders;

/// <summary>Builders that the tests share, as buildx would describe them.</summary>
static class BuilderSamples
{
    public static readonly string Pinned = $"moby/buildkit:v0.32.2@sha256:{new string('a', 64)}";

    public static BuilderSite Site { get; } = new(BakeSamples.Engine);

    public static ContainerEngine EngineWith(string driver, params NodeFacts[] nodes) => BakeSamples.Engine with
    {
        Builder = new BuilderFacts { Name = "mine", Driver = driver, Nodes = [.. nodes] },
    };

    public static NodeFacts Node(string version = "v0.25.1", params string[] platforms) => new()
    {
        Name = "mine-0",
        Status = "running",
        BuildKitVersion = version,
        Platforms = [.. platforms.Select(Platform.Parse)],
    };

    public static BuilderPlan PlanOf(Builder builder) => PlanOf(builder, Site);

    public static BuilderPlan PlanOf(Builder builder, BuilderSite site) =>
        BuilderPlans.Of(builder, site) ?? throw new InvalidOperationException($"{builder} is not made.");

    /// <summary>A command line for each node, its builder's name left out, since it is a hash.</summary>
    public static string[] CommandsOf(BuilderPlan plan) => [.. Enumerable.Range(0, plan.Nodes.Count).Select(x => string
        .Join(' ', plan.CreationArguments(x, x == 0, plan.Nodes[x].Configuration is null ? null : "/configuration/buildkitd.toml"))
        .Replace(plan.Name, "NAME"))];
}
