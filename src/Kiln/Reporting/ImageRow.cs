using Kiln.Receipts;

namespace Kiln.Reporting;

/// <summary>An image in one row, where there are several to compare; sizes are those of its first platform.</summary>
static class ImageRow
{
    internal static readonly string[] Titles = ["Image", "Digest", "Size", "To pull", "Base's share", "Steps cached", "Time in steps", "Time saved"];

    internal static string[] Of(Receipt receipt) =>
    [
        receipt.Name,
        $"{receipt.Digest.Algorithm}:{receipt.Digest.Short}",
        HumanUnits.Size(receipt.Platforms[0].UnpackedSize),
        HumanUnits.Size(receipt.Platforms[0].CompressedSize),
        ShareOf(receipt.Platforms[0]) ?? "-",
        $"{receipt.Work.Cached} of {receipt.Work.Steps}",
        SecondsOf(receipt.Work),
        WorkText.Saved(receipt.Work),
    ];

    /// <summary>How much of an unpacked image its base is; null where that is not known.</summary>
    internal static string? ShareOf(PlatformReceipt platform) => platform is { Base: { } from, UnpackedSize: > 0 }
        ? HumanUnits.Percent((double)from.UnpackedSize / platform.UnpackedSize)
        : null;

    // A skipped image had no step to do.
    static string SecondsOf(WorkReceipt work) =>
        work.SecondsSpent is { } seconds ? HumanUnits.Duration(TimeSpan.FromSeconds(seconds)) : "skipped";
}
