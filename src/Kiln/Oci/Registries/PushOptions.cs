using Kiln.Oci.Registries.Referrers;
using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>How a layout is pushed.</summary>
public sealed record PushOptions
{
    /// <summary>
    /// What happens to tags that exist with another digest. Default: they stay, and the push is refused.
    /// </summary>
    public TagPolicy Tags { get; init; } = TagPolicy.RefuseMoves;

    /// <summary>
    /// How many blobs travel at once. Default: 4, which fills most lines without crowding a small registry.
    /// </summary>
    public int ParallelBlobs { get; init; } = 4;

    /// <summary>Another repository of the same registry that may have the blobs already. Default: none.</summary>
    public ImageReference? MountFrom { get; init; }

    /// <summary>What is attached to the image, before its tags are set. Default: nothing.</summary>
    public ValueList<Attachment> Attachments { get; init; }

    /// <summary>Hears of each blob that is done. Default: nobody.</summary>
    public IProgress<PushedBlob>? Progress { get; init; }
}
