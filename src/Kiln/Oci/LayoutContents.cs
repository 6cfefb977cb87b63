using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>
/// Everything that the image in a layout is made of, each digest once, in an order in which it can be sent: all blobs,
/// then manifests with each index behind what it lists.
/// </summary>
public sealed record LayoutContents
{
    /// <summary>Configs and layers.</summary>
    public required ValueList<Descriptor> Blobs { get; init; }

    /// <summary>Manifests and indexes; the last one is the image itself.</summary>
    public required ValueList<Descriptor> Manifests { get; init; }
}
