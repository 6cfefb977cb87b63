namespace Kiln.Buildx.Builders;

/// <summary>What a builder is wanted for.</summary>
public sealed record BuilderRequest
{
    /// <summary>As far as it is known before anything is read. Default: nothing beside writing OCI layouts.</summary>
    public BuilderNeeds Needs { get; init; } = new();

    /// <summary>Whether the build fetches from, or keeps its cache in, a registry on this machine's loopback. Default: no.</summary>
    public bool NeedsLoopback { get; init; }

    /// <summary>What the lock says that the description's image is, and where. Default: as described.</summary>
    public ImageReference? Image { get; init; }
}
