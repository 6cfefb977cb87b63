using Kiln.Buildx;
using Kiln.Receipts;

namespace Kiln.Reporting;

/// <summary>What was made, how big it is and what it cost, in lines for people.</summary>
public static class BuildSummary
{
    /// <summary>The lines of a single image; of several a table, one row each.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<BuiltImage> built) => built.Count > 1
        ? TextTable.Lines([ImageRow.Titles, .. built.Select(x => ImageRow.Of(x.Receipt))]).Concat(Misses(built))
        : built.SelectMany(x => Lines(x.Receipt));

    /// <summary>The lines of one image; the base is that of its first platform.</summary>
    public static IEnumerable<string> Lines(Receipt receipt)
    {
        yield return $"Image     {receipt.Name} ({string.Join(", ", receipt.Platforms.Select(x => x.Platform))})";
        yield return $"Digest    {receipt.Digest}";
        yield return $"Size      {SizeOf(receipt)}";
        foreach (var other in receipt.Platforms.Skip(1))
            yield return $"          {SizeOf(other)} for {other.Platform}";
        if (receipt.Platforms[0] is { Base.Name: var name } first && ImageRow.ShareOf(first) is { } share)
            yield return $"Base      {name}, {share} of it";
        var work = receipt.Work;
        yield return $"Steps     {work.Cached} of {work.Steps} cached, {HumanUnits.Duration(TimeSpan.FromSeconds(work.Seconds))}{Saved(work)}";
        if (WorkText.Miss(work) is { } miss)
            yield return $"Missed    {miss}";
    }

    static string Saved(WorkReceipt work) => work.SecondsSaved is null ? "" : $"; saved {WorkText.Saved(work)}";

    static IEnumerable<string> Misses(IReadOnlyCollection<BuiltImage> built) => built.SelectMany(x => WorkText.Misses(x.Receipt)).Select(x => $"Missed    {x}");

    static string SizeOf(Receipt receipt)
    {
        var image = receipt.Platforms[0];
        var size = SizeOf(image);
        return receipt.SingleStage is { UnpackedSize: > 0 } single
            ? $"{size}; in a single stage {HumanUnits.Size(single.UnpackedSize)}, so {HumanUnits.Percent(1 - (double)image.UnpackedSize / single.UnpackedSize)} smaller"
            : size;
    }

    static string SizeOf(PlatformReceipt image) => $"{HumanUnits.Size(image.UnpackedSize)} unpacked, {HumanUnits.Size(image.CompressedSize)} to pull";
}
