using System.Security.Cryptography;
using Kiln.Oci.Layers;

namespace Kiln.Oci;

/// <summary>Reads a layer through its compression and keeps only how much there was and what it was.</summary>
static class LayerUnpacking
{
    public static async Task<UnpackedLayer> MeasureAsync(
        Stream compressed, Descriptor layer, string place, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = LayerStream.Open(compressed, layer, place);
            return await MeasureAsync(plain, cancellationToken);
        }
        catch (Exception error) when (LayerStream.IsUnreadable(error))
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
}
