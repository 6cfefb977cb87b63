namespace Kiln.Oci;

/// <summary>
/// Remembers what layers unpack to, so that each is unpacked once. A digest never changes, so nothing grows stale. Several
/// threads ask at once.
/// </summary>
public interface ILayerSizeMemo
{
    /// <summary>What the layer of this digest unpacks to, if that is known.</summary>
    UnpackedLayer? Find(Digest layer);

    /// <summary>Keeps what a layer unpacks to.</summary>
    void Remember(Digest layer, UnpackedLayer unpacked);
}

sealed class NoLayerSizeMemo : ILayerSizeMemo
{
    public UnpackedLayer? Find(Digest layer) => null;

    public void Remember(Digest layer, UnpackedLayer unpacked)
    {
    }
}
