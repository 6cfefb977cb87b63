using Kiln.Buildx.Builders;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// What runs the steps of a build. The images are described alike for all of them; what a builder can do, how fast it is and where it
/// keeps its cache differs (docs/guides/engines.md).
/// </summary>
public abstract partial record Builder
{
    Builder() { }

    /// <summary>
    /// The builder that <c>docker buildx</c> has chosen, which is the engine's own unless somebody chose another one. Where the engine's own
    /// cannot do what the build needs, a container of Kiln's, and that is said.
    /// </summary>
    public static Builder Auto { get; } = new Automatic();

    /// <summary>The engine's own, whatever <c>docker buildx use</c> chose; KILN3030 where it cannot write OCI layouts.</summary>
    public static Builder Engine { get; } = new OfEngine();

    /// <summary>A builder that somebody else made and looks after, by the name that <c>docker buildx ls</c> shows.</summary>
    public static Named Existing(string name) => new(name);

    /// <summary>BuildKit in a container of the engine's, made when it is missing and used again by every build that describes it so.</summary>
    public static InContainer Container() => new();

    /// <summary>
    /// The same with a BuildKit of one's own choice, such as <c>moby/buildkit:v0.32.2@sha256:…</c>; without a digest <c>kiln.lock</c> pins it.
    /// </summary>
    public static InContainer Container(string image) => new() { Image = ImageReference.Parse(image) };

    /// <summary>A <c>buildkitd</c> that listens elsewhere: <c>tcp://buildkit.example.com:1234</c>, or a socket <c>unix:///run/…</c>.</summary>
    public static OnServers Remote(string address) => Remote(new RemoteNode(address));

    /// <summary>Several of them, each for its own platforms.</summary>
    public static OnServers Remote(params IEnumerable<RemoteNode> nodes) => new(nodes.ToValueList());

    /// <summary>BuildKit as pods of a cluster, in the namespace that the cluster's configuration names, or in this one.</summary>
    public static InCluster Kubernetes(string? @namespace = null) => new() { Namespace = @namespace };

    /// <inheritdoc cref="Auto" />
    public sealed record Automatic : Builder;

    /// <inheritdoc cref="Engine" />
    public sealed record OfEngine : Builder;

    /// <inheritdoc cref="Existing" />
    public sealed record Named(string Name) : Builder
    {
        /// <summary>As buildx knows it; KILN3036 where it cannot be one.</summary>
        public string Name { get; init; } = BuilderGrammar.CheckName(Name);
    }
}
