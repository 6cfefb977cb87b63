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

    /// <summary>What is attached to the image, in the order in which it was asked for.</summary>
    public ValueList<AttachedContent> Attached { get; init; }

    /// <summary>Why the registry takes no attachments, in its own words; null where it took all.</summary>
    public string? ObjectionToAttachments { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>Something that is attached to an image.</summary>
/// <param name="ArtifactType">What it is.</param>
/// <param name="Digest">The digest of its manifest.</param>
/// <param name="IsSent">Whether it was not there before.</param>
public sealed record AttachedContent(string ArtifactType, Digest Digest, bool IsSent);
