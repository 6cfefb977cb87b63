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

    /// <summary>The engine's version as it says it, for example <c>28.5.2</c>.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>buildx's version, for example <c>0.29.1</c>.</summary>
    public required Version BuildxVersion { get; init; }

    /// <summary>The BuildKit that runs the steps, for example <c>v0.25.1</c>; empty where the builder does not say.</summary>
    public string BuildKitVersion { get; init; } = "";

    /// <summary>What the engine itself runs on, which Dockerfiles know as <c>BUILDPLATFORM</c>. Default: <c>linux/amd64</c>.</summary>
    public Platform Platform { get; init; } = Platform.LinuxAmd64;

    /// <summary>Where it was found, in words: a context's name or a socket.</summary>
    public required string Origin { get; init; }

    /// <summary>
    /// Whether the engine has no network of its own to give to <c>RUN</c> steps, so that they need the host's. Such a
    /// step also reaches what listens on the host's loopback.
    /// </summary>
    public bool LacksBridge { get; init; }

    /// <summary>Whether Kiln started it for this checkout.</summary>
    public bool IsPrivate { get; init; }
}
