using Kiln.Receipts;

namespace Kiln.Buildx.Budgets;

/// <summary>The receipt that an image is compared with.</summary>
static class EarlierReceipt
{
    const string Ending = ".receipt.json";

    /// <summary>Null where there is none; KILN1030 where it cannot be read.</summary>
    internal static Receipt? Find(string place, ImageSpec image)
    {
        if (File.Exists(place))
            return ReceiptFile.Read(place);
        if (!Directory.Exists(place))
            return null;
        // By name, since 'team/api' ends like 'api'.
        return new DirectoryInfo(place).EnumerateFiles($"{image.Name.Split('/')[^1]}{Ending}", SearchOption.AllDirectories)
            .OrderByDescending(x => x.LastWriteTimeUtc)
            .Select(x => ReceiptFile.Read(x.FullName))
            .FirstOrDefault(x => x?.Name == image.Name);
    }
}
