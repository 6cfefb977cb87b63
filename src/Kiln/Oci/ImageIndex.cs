using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>
/// A list of manifests, usually the same image for several platforms (OCI image specification 1.1, image-index.md).
/// </summary>
public sealed record ImageIndex
{
    /// <summary>The manifests and indexes in their written order.</summary>
    public required ValueList<Descriptor> Manifests { get; init; }

    /// <summary>Free notes on the whole. Default: none.</summary>
    public ValueMap<string> Annotations { get; init; }
}
