using Kiln.Buildx.Builders;
using Kiln.Primitives;

namespace Kiln;

public abstract partial record Builder
{
    /// <inheritdoc cref="Kubernetes" />
    public sealed record InCluster : Builder
    {
        /// <summary>Default: what the cluster's configuration names.</summary>
        public string? Namespace { get; init; }

        /// <summary>What runs in the pods. Default: the BuildKit that this Kiln was made with, by digest.</summary>
        public ImageReference? Image { get; init; }

        /// <summary>Whether BuildKit runs without root in its pods; steps may then not ask for more than usual. Default: no.</summary>
        public bool IsRootless { get; init; }

        /// <summary>The groups of equal pods, each for its own platforms. Default: one pod anywhere.</summary>
        public ValueList<ClusterNode> Nodes { get; init; } = [new ClusterNode()];

        /// <summary>Whose rights the pods have. Default: the namespace's own account.</summary>
        public string? ServiceAccount { get; init; }

        /// <inheritdoc cref="InContainer.Entitlements" />
        public ValueList<Entitlement> Entitlements { get; init; }

        /// <inheritdoc cref="InContainer.HttpRegistries" />
        public ValueList<string> HttpRegistries { get; init; }

        /// <inheritdoc cref="InContainer.ConfigurationFile" />
        public string? ConfigurationFile { get; init; }

        /// <summary>Any <c>--driver-opt</c> of buildx's <c>kubernetes</c>, such as <c>tolerations</c>; these win. Default: none.</summary>
        public ValueMap<string> DriverOptions { get; init; }
    }
}

/// <summary>Equal pods of a cluster.</summary>
public sealed record ClusterNode
{
    /// <summary>What is built here. Default: what they say that they can.</summary>
    public ValueList<Platform> Platforms { get; init; }

    /// <summary>How many; images of one context go to one pod, so that its cache is found again. Default: 1, and KILN3036 below.</summary>
    public int Replicas
    {
        get;
        init => field = value >= 1 ? value : throw BuilderGrammar.Refuse($"{value} replicas of BuildKit cannot build. Name at least 1.");
    }
    = 1;

    /// <summary>Labels that the machines must have, such as <c>kubernetes.io/arch</c>. Default: none.</summary>
    public ValueMap<string> Selector { get; init; }

    /// <summary>What each pod is promised. Default: nothing.</summary>
    public PodResources Requests { get; init; } = new();

    /// <summary>What each pod may use at most. Default: no limit.</summary>
    public PodResources Limits { get; init; } = new();
}

/// <summary>Amounts as Kubernetes writes them.</summary>
/// <param name="Processors">For example <c>500m</c> or <c>4</c>.</param>
/// <param name="Memory">For example <c>8Gi</c>.</param>
/// <param name="Storage">Of the pod's own disk, for example <c>50Gi</c>.</param>
public sealed record PodResources(string? Processors = null, string? Memory = null, string? Storage = null);
