using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>A checked layout and its receipt, on the way to where later targets look for them.</summary>
static class FinishedImage
{
    /// <summary>Leaves the layout as it is, and writes down that this run had no step to do.</summary>
    internal static BuiltImage Keep(BuildFolders folders, ImageSpec image, Receipt receipt, TimeSpan time)
    {
        var before = receipt.Work;
        var kept = receipt with
        {
            Work = new WorkReceipt(before.Steps, before.Steps, Math.Round(time.TotalSeconds, 1))
            {
                SecondsSaved = before.SecondsSpent is null && before.SecondsSaved is null
                    ? null
                    : Math.Round((before.SecondsSpent ?? 0) + (before.SecondsSaved ?? 0), 1),
                CachedOfUnknownTime = before.CachedOfUnknownTime,
            },
        };
        ReceiptFile.Write(folders.ReceiptOf(image), kept);
        return new BuiltImage(image, folders.LayoutOf(image), kept);
    }

    /// <summary>Replaces the image's last layout and receipt.</summary>
    internal static BuiltImage SwapIn(BuildFolders folders, ImageSpec image, Receipt receipt)
    {
        var (layout, receiptFile) = (folders.LayoutOf(image), folders.ReceiptOf(image));
        Directory.CreateDirectory(Path.GetDirectoryName(receiptFile)!);
        // Killed in between, there is no receipt, which Push finds out; an old one beside a new layout would be worse.
        File.Delete(receiptFile);
        Folders.Replace(layout, folders.NewLayoutOf(BakePlan.NameOf(image)));
        ReceiptFile.Write(receiptFile, receipt);
        return new BuiltImage(image, layout, receipt);
    }
}
