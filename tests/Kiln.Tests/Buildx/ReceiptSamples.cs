using Kiln.Receipts;

namespace Kiln.Tests.Buildx;

/// <summary>Receipts of images that were never built.</summary>
static class ReceiptSamples
{
    public static Receipt Receipt(string name, params PlatformReceipt[] platforms) => new()
    {
        Name = name,
        Digest = Digest.OfBytes([1]),
        Platforms = [.. platforms],
        Builder = new BuilderReceipt("28.5.2", "0.29.1", "v0.25.1"),
        Work = new WorkReceipt(8, 3, 12.3),
    };

    public static PlatformReceipt Platform(Platform platform, params LayerReceipt[] layers) => new(
        platform,
        Digest.OfBytes([2]),
        Digest.OfBytes([3]),
        layers.Sum(x => x.CompressedSize),
        layers.Sum(x => x.UnpackedSize),
        [.. layers]);

    public static LayerReceipt Layer(byte number, double megabytes, string? instruction) =>
        new(Digest.OfBytes([9, number]), (long)(megabytes * 500_000), (long)(megabytes * 1_000_000), instruction);
}
