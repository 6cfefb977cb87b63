using Kiln.Receipts;

namespace Kiln.Buildx.Budgets;

/// <summary>The two ways to measure an image.</summary>
sealed record SizeKind(string Words, Func<PlatformReceipt, long> OfImage, Func<LayerReceipt, long> OfLayer)
{
    internal static readonly SizeKind Unpacked = new("unpacked", x => x.UnpackedSize, x => x.UnpackedSize);

    internal static readonly SizeKind Compressed = new("to pull", x => x.CompressedSize, x => x.CompressedSize);
}
