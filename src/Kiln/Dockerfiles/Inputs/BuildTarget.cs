using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What of a Dockerfile is built, and for what: its external inputs depend on all of it.</summary>
public sealed record BuildTarget(Platform Platform)
{
    /// <summary>The stage, by name. Default: the last.</summary>
    public string? Stage { get; init; }

    /// <summary>What BuildKit itself runs on (<c>BUILDPLATFORM</c>). Default: <c>linux/amd64</c>.</summary>
    public Platform BuildPlatform { get; init; } = Platform.LinuxAmd64;

    /// <summary>Build arguments. Default: none.</summary>
    public ValueMap<string> BuildArgs { get; init; }

    /// <summary>Names that stand for another image of the build, or for a folder, and not for what a registry has. Default: none.</summary>
    public ValueList<string> NamedContexts { get; init; }
}
