using System.IO.Compression;
using System.Security.Cryptography;
using ZstdSharp;

namespace Kiln.Oci;

/// <summary>Reads a layer through its compression and keeps only how much there was and what it was.</summary>
static class LayerUnpacking
{
    public static async Task<UnpackedLayer> MeasureAsync(
        Stream compressed, Descriptor layer, string place, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = Unpack(compressed, layer, place);
            return await MeasureAsync(plain, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new KilnException(
                ErrorCodes.UnreadableLayer,
                $"The layer '{place}' cannot be unpacked as '{layer.MediaType}': {error.Message} Build the "
                + "image again.",
                error);
        }
    }

    static async Task<UnpackedLayer> MeasureAsync(Stream plain, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var size = 0L;
        while (await plain.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            size += count;
        }

        return new UnpackedLayer(size, Digest.Parse($"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}"));
    }

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
