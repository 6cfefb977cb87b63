namespace Kiln.Oci;

/// <summary>One layer of an image and where it comes from.</summary>
public sealed record LayoutLayer
{
    /// <summary>The digest of the layer as it lies in the layout, compressed or not.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The digest of the tar archive inside.</summary>
    public required Digest DiffId { get; init; }

    /// <summary>How many bytes a pull transfers.</summary>
    public required long CompressedSize { get; init; }

    /// <summary>How many bytes the tar archive inside has.</summary>
    public required long UnpackedSize { get; init; }

    /// <summary>The instruction that made it, as the image's history tells; null where that tells nothing.</summary>
    public string? Instruction { get; init; }
}
