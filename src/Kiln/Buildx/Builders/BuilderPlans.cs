using System.Globalization;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>From descriptions of builders to what buildx is told.</summary>
static class BuilderPlans
{
    const int SchedulingPeriod = 100_000;

    /// <summary>Null for builders that are there already: the engine's own and those of other people.</summary>
    /// <param name="builder">The description.</param>
    /// <param name="site">What it is made beside.</param>
    /// <param name="image">The image that runs, pinned; for a description that names one.</param>
    /// <param name="configuration">The text of the file that the description names, if it names one.</param>
    internal static BuilderPlan? Of(Builder builder, BuilderSite site, ImageReference? image = null, string? configuration = null) => builder switch
    {
        Builder.InContainer container => Of(container, site, image ?? container.Image, configuration),
        Builder.OnServers servers => new BuilderPlan("remote", "", servers.Nodes.Select(NodeOf).ToValueList()),
        Builder.InCluster cluster => Of(cluster, site, image ?? ImageOf(cluster), configuration),
        _ => null,
    };

    /// <summary>The image that a description asks for; null where none runs.</summary>
    internal static ImageReference? ImageOf(Builder builder) => builder switch
    {
        Builder.InContainer container => container.Image,
        Builder.InCluster cluster => cluster.Image ?? (cluster.IsRootless ? BuildKitImages.Rootless : BuildKitImages.Default),
        _ => null,
    };

    static BuilderPlan Of(Builder.InContainer builder, BuilderSite site, ImageReference image, string? configuration)
    {
        // A container without it would look for a registry on its own loopback.
        var hasHostNetwork = builder.HasHostNetwork ?? (site.NeedsLoopback || site.Engine.LacksBridge);
        var options = Options(
            ("image", image.ToString()),
            ("network", hasHostNetwork ? "host" : null),
            ("memory", builder.Memory),
            ("cpu-period", builder.Processors is null ? null : SchedulingPeriod.ToString(CultureInfo.InvariantCulture)),
            ("cpu-quota", builder.Processors is { } some ? ((long)(some * SchedulingPeriod)).ToString(CultureInfo.InvariantCulture) : null));
        var nodes = BuilderGrammar.CheckNodes(builder.Nodes, x => x.Engine).Select(x => new PlannedNode
        {
            Endpoint = x.Engine,
            Platforms = x.Platforms,
            Options = With(With(options, builder.Variables.Select(y => KeyValuePair.Create($"env.{y.Key}", y.Value))), builder.DriverOptions),
            Flags = FlagsOf(builder.Entitlements, configuration),
            Configuration = configuration ?? BuildKitConfiguration.Of(builder.HttpRegistries),
        });
        return new BuilderPlan("docker-container", site.Engine.Origin, nodes.ToValueList());
    }

    static PlannedNode NodeOf(RemoteNode node) => new()
    {
        Endpoint = node.Address,
        Platforms = node.Platforms,
        Options = node.Tls is not { } tls ? [] : Options(
            ("cacert", Path.GetFullPath(tls.Authority)),
            ("cert", Path.GetFullPath(tls.Certificate)),
            ("key", Path.GetFullPath(tls.Key)),
            ("servername", tls.ServerName)),
    };

    static BuilderPlan Of(Builder.InCluster builder, BuilderSite site, ImageReference? image, string? configuration)
    {
        var nodes = builder.Nodes.Select(x => new PlannedNode
        {
            Platforms = x.Platforms,
            Options = With(OptionsOf(builder, x, image), builder.DriverOptions),
            Flags = FlagsOf(builder.Entitlements, configuration),
            Configuration = configuration ?? BuildKitConfiguration.Of(builder.HttpRegistries),
        });
        return new BuilderPlan("kubernetes", site.ClusterConfiguration ?? "", nodes.ToValueList());
    }

    static ValueMap<string> OptionsOf(Builder.InCluster builder, ClusterNode node, ImageReference? image) => Options(
        ("image", image?.ToString()),
        ("namespace", builder.Namespace),
        ("rootless", builder.IsRootless ? "true" : null),
        ("serviceaccount", builder.ServiceAccount),
        ("replicas", node.Replicas.ToString(CultureInfo.InvariantCulture)),
        ("nodeselector", node.Selector.Count == 0 ? null : string.Join(',', node.Selector.Select(x => $"{x.Key}={x.Value}"))),
        ("requests.cpu", node.Requests.Processors),
        ("requests.memory", node.Requests.Memory),
        ("requests.ephemeral-storage", node.Requests.Storage),
        ("limits.cpu", node.Limits.Processors),
        ("limits.memory", node.Limits.Memory),
        ("limits.ephemeral-storage", node.Limits.Storage));

    // As soon as one is named, buildx no longer adds the usual one; and flags win over what a configuration says.
    static ValueList<string> FlagsOf(ValueList<Entitlement> entitlements, string? configuration) =>
        configuration is not null && entitlements.Count == 0 ? [] : entitlements.Prepend(Entitlement.HostNetwork).Distinct()
            .Where(x => !x.Name.StartsWith("device=", StringComparison.Ordinal))
            .Select(x => $"--allow-insecure-entitlement={x.Name}").ToValueList();

    static ValueMap<string> Options(params IEnumerable<(string Key, string? Value)> options) =>
        options.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Key, x.Value!)).ToValueMap();

    static ValueMap<string> With(ValueMap<string> options, IEnumerable<KeyValuePair<string, string>> others) =>
        options.Concat(others).ToValueMap();
}
