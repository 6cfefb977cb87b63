using Kiln.Buildx.Builders;
using Kiln.Primitives;

namespace Kiln;

public abstract partial record Builder
{
    /// <inheritdoc cref="Container()" />
    public sealed record InContainer : Builder
    {
        /// <summary>What runs in it. Default: the BuildKit that this Kiln was made with, by digest.</summary>
        public ImageReference Image { get; init; } = BuildKitImages.Default;

        /// <summary>The engines that get a container, each for its own platforms. Default: this engine, for what it runs.</summary>
        public ValueList<ContainerNode> Nodes { get; init; } = [new ContainerNode()];

        /// <summary>
        /// Whether it shares the network of the engine's machine, which registries on that machine's loopback need; steps then reach it too.
        /// Default: where the build or its lock names such a registry, or the engine has no network of its own to give.
        /// </summary>
        public bool? HasHostNetwork { get; init; }

        /// <summary>What steps may ask for beside <c>network.host</c>, which they always may. Default: nothing.</summary>
        public ValueList<Entitlement> Entitlements { get; init; }

        /// <summary>Registries that speak http, by host and port. Those on loopback need no mention. Default: none.</summary>
        public ValueList<string> HttpRegistries { get; init; }

        /// <summary>
        /// A <c>buildkitd.toml</c> of one's own, with mirrors or the authorities of private registries; in place of <see cref="HttpRegistries"/>.
        /// Default: none.
        /// </summary>
        public string? ConfigurationFile { get; init; }

        /// <summary>What it may use of the machine's memory, for example <c>8g</c>. Default: all of it.</summary>
        public string? Memory { get; init; }

        /// <summary>What it may use of the machine's processors, for example 2.5. Default: all of them.</summary>
        public double? Processors { get; init; }

        /// <summary>Variables of BuildKit itself, such as <c>HTTPS_PROXY</c>; no place for secrets, since buildx writes them down. Default: none.</summary>
        public ValueMap<string> Variables { get; init; }

        /// <summary>Any <c>--driver-opt</c> of buildx's <c>docker-container</c>; these win. Default: none.</summary>
        public ValueMap<string> DriverOptions { get; init; }
    }
}

/// <summary>An engine that gets a container of BuildKit.</summary>
/// <param name="Engine">A Docker context by name, or an address such as <c>ssh://arm64.example.com</c>. Default: the build's engine.</param>
public sealed record ContainerNode(string? Engine = null)
{
    /// <summary>What is built here. Default: what it says that it can.</summary>
    public ValueList<Platform> Platforms { get; init; }
}
