using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>
/// One image for one platform: a config and layers, lowest first (OCI image specification 1.1, manifest.md).
/// </summary>
public sealed record ImageManifest
{
    /// <summary>Points at the <see cref="ImageConfig"/>.</summary>
    public required Descriptor Config { get; init; }

    /// <summary>What is unpacked, in this order.</summary>
    public required ValueList<Descriptor> Layers { get; init; }

    /// <summary>The manifest that this one is about, for signatures and reports. Default: none.</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Free notes on the image. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }
}
