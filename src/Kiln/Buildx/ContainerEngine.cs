using Kiln.Buildx.Builders;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>An engine that answers, and how to talk to it.</summary>
public sealed record ContainerEngine
{
    /// <summary>What starts buildx: <c>docker buildx</c>, or the plugin's own program.</summary>
    public required ValueList<string> BuildxCommand { get; init; }

    /// <summary>The docker client that reaches this engine with the same variables. Default: none is known.</summary>
    public string? DockerClient { get; init; }

    /// <summary>Whether its image store is containerd's, which keeps images and their digests as they are. Default: yes.</summary>
    public bool HasContainerdStore { get; init; } = true;

    /// <summary>Variables that point buildx at this engine, such as <c>DOCKER_HOST</c>. Default: none.</summary>
    public ValueMap<string?> Environment { get; init; }

    /// <summary>The engine's version as it says it, for example <c>28.5.2</c>; empty where the builder needs none and none answers.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>buildx's version, for example <c>0.29.1</c>.</summary>
    public required Version BuildxVersion { get; init; }

    /// <summary>Whether its buildx also finds logins in <c>DOCKER_AUTH_CONFIG</c>, as docker's client does from 28.3 on.</summary>
    public bool ReadsLogins => BuildxVersion >= new Version(0, 28);

    /// <summary>The BuildKit that runs the steps, for example <c>v0.25.1</c>; empty where the builder does not say.</summary>
    public string BuildKitVersion { get; init; } = "";

    /// <summary>What runs the steps. Default: the BuildKit inside the engine.</summary>
    public BuilderFacts Builder { get; init; } = new();

    /// <summary>What the builder itself runs on, which Dockerfiles know as <c>BUILDPLATFORM</c>. Default: <c>linux/amd64</c>.</summary>
    public Platform Platform { get; init; } = Platform.LinuxAmd64;

    /// <summary>Where it was found, in words: a context's name or a socket.</summary>
    public required string Origin { get; init; }

    /// <summary>The Docker context, by which buildx calls the engine's own builder. Default: <c>default</c>, which <c>DOCKER_HOST</c> points elsewhere.</summary>
    public string Context { get; init; } = "default";

    /// <summary>
    /// Whether the engine has no network of its own to give to <c>RUN</c> steps, so that they need the host's. Such a
    /// step also reaches what listens on the host's loopback.
    /// </summary>
    public bool LacksBridge { get; init; }

    /// <summary>Whether Kiln started it for this checkout.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The same engine with this builder, whose own platform stands first.</summary>
    internal ContainerEngine With(BuilderFacts builder) => this with
    {
        Builder = builder,
        BuildKitVersion = builder.Nodes.Select(x => x.BuildKitVersion).FirstOrDefault(x => x.Length > 0) ?? "",
        Platform = builder.Nodes.SelectMany(x => x.Platforms).FirstOrDefault() ?? Platform,
    };
}
