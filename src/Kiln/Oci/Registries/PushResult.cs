using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>What a push did.</summary>
public sealed record PushResult
{
    /// <summary>Where the image is now: repository and digest.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>The tags that point to it, in the order in which they were asked for.</summary>
    public required ValueList<string> Tags { get; init; }

    /// <summary>Whether everything, the tags included, was there before.</summary>
    public bool WasComplete { get; init; }

    /// <summary>Blobs whose bytes travelled.</summary>
    public int BlobsSent { get; init; }

    /// <summary>Blobs that the registry took from another repository.</summary>
    public int BlobsMounted { get; init; }

    /// <summary>Blobs that were there.</summary>
    public int BlobsPresent { get; init; }

    /// <summary>The sizes of the sent blobs and manifests together.</summary>
    public long BytesSent { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
