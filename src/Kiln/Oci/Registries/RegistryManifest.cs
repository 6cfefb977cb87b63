namespace Kiln.Oci.Registries;

/// <summary>A manifest or index as a registry has it, with bytes that were compared with the digest.</summary>
public sealed record RegistryManifest(Descriptor Descriptor, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads the bytes as an index; KILN2033 where they are something else.</summary>
    public ImageIndex ReadIndex() => MediaTypes.IsIndex(Descriptor.MediaType)
        ? OciDocument.ReadIndex(Bytes.Span, Descriptor.Digest.ToString())
        : throw OciDocument.WrongKind(Descriptor.Digest.ToString(), Descriptor.MediaType, "an image index");

    /// <summary>Reads the bytes as a manifest; KILN2033 where they are something else.</summary>
    public ImageManifest ReadManifest() => MediaTypes.IsManifest(Descriptor.MediaType)
        ? OciDocument.ReadManifest(Bytes.Span, Descriptor.Digest.ToString())
        : throw OciDocument.WrongKind(Descriptor.Digest.ToString(), Descriptor.MediaType, "an image manifest");
}
