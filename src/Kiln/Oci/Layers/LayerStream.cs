using System.IO.Compression;
using ZstdSharp;

namespace Kiln.Oci.Layers;

/// <summary>A layer without its compression.</summary>
static class LayerStream
{
    /// <summary>KILN2033 for a type that is no layer's. What does not end where a layer could end is an <see cref="InvalidDataException"/>.</summary>
    internal static Stream Open(Stream compressed, Descriptor layer, string place) => Unpack(compressed, layer, place) is var plain && plain == compressed
        ? plain
        : new BoundedStream(plain, MostOf(layer));

    /// <summary>Whether it tells of a layer that is not what it says it is, and not of a bug or a disk.</summary>
    internal static bool IsUnreadable(Exception error) => error is InvalidDataException or ZstdException or EndOfStreamException;

    // Gzip makes a thousandth of zeros at best, and layers are no zeros; small archives may say what they want.
    static long MostOf(Descriptor layer) => Math.Max(4L << 30, layer.Size * 1_000);

    // The types of layers.md; the compression is what stands behind the last '+' or, with Docker's types, '.'.
    static Stream Unpack(Stream compressed, Descriptor layer, string place) => layer.MediaType switch
    {
        "application/vnd.oci.image.layer.v1.tar"
            or "application/vnd.docker.image.rootfs.diff.tar" => compressed,
        "application/vnd.oci.image.layer.v1.tar+gzip"
            or "application/vnd.docker.image.rootfs.diff.tar.gzip" => new GZipStream(
                compressed, CompressionMode.Decompress),
        "application/vnd.oci.image.layer.v1.tar+zstd"
            or "application/vnd.docker.image.rootfs.diff.tar.zstd" => new DecompressionStream(compressed),
        var other => throw OciDocument.WrongKind(place, other, "a layer"),
    };
}
