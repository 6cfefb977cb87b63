using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>What one node of a builder says of itself.</summary>
public sealed record NodeFacts
{
    /// <summary>As buildx calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is: a Docker context, or an address.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>For example <c>running</c>; empty where it says nothing.</summary>
    public string Status { get; init; } = "";

    /// <summary>For example <c>v0.25.1</c>; empty where it says nothing, as a node does that does not run.</summary>
    public string BuildKitVersion { get; init; } = "";

    /// <summary>
    /// What it can run the steps of, its own first, as far as processors go: newer buildx writes <c>linux/amd64 (+3)</c> for an
    /// architecture and its variants.
    /// </summary>
    public ValueList<Platform> Platforms { get; init; }

    /// <summary>What its <c>buildkitd</c> was started with.</summary>
    public ValueList<string> Flags { get; init; }

    /// <summary>Whether its <c>buildkitd</c> has a configuration of its own.</summary>
    public bool HasConfiguration { get; init; }

    /// <summary>Why it cannot be used, in buildx's words; null where it can.</summary>
    public string? Error { get; init; }

    internal bool Runs(Platform platform) => Platforms.Any(x => (x.Os, x.Architecture) == (platform.Os, platform.Architecture));
}
