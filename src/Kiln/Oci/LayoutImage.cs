using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>The image in a layout as one platform gets it.</summary>
public sealed record LayoutImage
{
    /// <summary>What it runs on, as its config says.</summary>
    public required Platform Platform { get; init; }

    /// <summary>The digest of this platform's manifest.</summary>
    public required Digest ManifestDigest { get; init; }

    /// <summary>The digest of its config, which Docker calls the image's id.</summary>
    public required Digest ConfigDigest { get; init; }

    /// <summary>How it is run and how it was made.</summary>
    public required ImageConfig Config { get; init; }

    /// <summary>Its layers, lowest first.</summary>
    public required ValueList<LayoutLayer> Layers { get; init; }

    /// <summary>How many bytes of layers a pull transfers.</summary>
    public long CompressedSize => Layers.Sum(layer => layer.CompressedSize);

    /// <summary>How many bytes its layers have as tar archives, which is nearly what they take on disk.</summary>
    public long UnpackedSize => Layers.Sum(layer => layer.UnpackedSize);
}
