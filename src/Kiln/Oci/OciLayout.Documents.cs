namespace Kiln.Oci;

public sealed partial class OciLayout
{
    /// <summary>The exact bytes of a manifest, index or config, checked against the descriptor; at most 4 MB.</summary>
    public byte[] ReadDocument(Descriptor descriptor)
    {
        var path = BlobPath(descriptor.Digest);
        if (descriptor.Size > OciDocument.LargestManifest)
            throw OciDocument.TooLarge(path, descriptor.Size);

        using var stream = OpenBlob(descriptor);
        var bytes = new byte[descriptor.Size];
        stream.ReadExactly(bytes);
        return descriptor.Digest.Recompute(bytes) is var actual && actual == descriptor.Digest
            ? bytes
            : throw Damaged([DigestDiffers(descriptor, actual)]);
    }

    /// <summary>The index behind a descriptor; KILN2033 where it is something else.</summary>
    public ImageIndex ReadIndex(Descriptor descriptor) =>
        MediaTypes.IsIndex(descriptor.MediaType)
            ? OciDocument.ReadIndex(ReadDocument(descriptor), BlobPath(descriptor.Digest))
            : throw OciDocument.WrongKind(BlobPath(descriptor.Digest), descriptor.MediaType, "an image index");

    /// <summary>The manifest behind a descriptor; KILN2033 where it is something else.</summary>
    public ImageManifest ReadManifest(Descriptor descriptor) =>
        MediaTypes.IsManifest(descriptor.MediaType)
            ? OciDocument.ReadManifest(ReadDocument(descriptor), BlobPath(descriptor.Digest))
            : throw OciDocument.WrongKind(BlobPath(descriptor.Digest), descriptor.MediaType, "an image manifest");

    /// <summary>The config behind a descriptor; KILN2033 where it is something else.</summary>
    public ImageConfig ReadConfig(Descriptor descriptor) =>
        MediaTypes.IsConfig(descriptor.MediaType)
            ? OciDocument.ReadConfig(ReadDocument(descriptor), BlobPath(descriptor.Digest))
            : throw OciDocument.WrongKind(BlobPath(descriptor.Digest), descriptor.MediaType, "an image config");
}
