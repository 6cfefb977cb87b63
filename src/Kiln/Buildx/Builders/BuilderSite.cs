namespace Kiln.Buildx.Builders;

/// <summary>What a builder is made beside: the facts that are not part of its description.</summary>
/// <param name="Engine">The engine that containers run on.</param>
/// <param name="NeedsLoopback">Whether the build fetches from, or keeps its cache in, a registry on this machine's loopback.</param>
/// <param name="ClusterConfiguration">The value of <c>KUBECONFIG</c>, if it has one.</param>
sealed record BuilderSite(ContainerEngine Engine, bool NeedsLoopback = false, string? ClusterConfiguration = null);
