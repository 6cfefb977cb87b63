using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Scanning.Gating;

namespace Kiln.Reporting;

/// <summary>What scanners found in images that pass, and by whom they were judged.</summary>
public static class ScanSummary
{
    /// <summary>A line for each image, then what passes only for a while.</summary>
    public static IEnumerable<string> Lines(IEnumerable<ScannedImage> scanned)
    {
        foreach (var image in scanned)
        {
            yield return $"Scanned   {image.Receipt.Name}: passed; {Counts(image)} ({Scanners(image.Receipt.Scan!)})";
            foreach (var x in image.Decision.Findings.Where(x => x.Judgement == Judgement.Exempted))
                yield return $"Exempted  {image.Receipt.Name}: {x.Exemption}";
            if (image.Decision.Findings.Count(x => x.Judgement == Judgement.Known) is > 0 and var known)
                yield return $"Known    {image.Receipt.Name}: {known} {(known == 1 ? "finding passes, since it was" : "findings pass, since they were")} there before";
            foreach (var x in image.Decision.Findings.Where(x => x.Judgement == Judgement.InGrace))
                yield return $"In grace  {image.Receipt.Name}: {x.Finding.Id} in {x.Finding.Package}, public since {x.Finding.Published:yyyy-MM-dd}";
        }
    }

    /// <summary>What makes a verdict worth less than it looks.</summary>
    public static IEnumerable<string> Warnings(IEnumerable<ScannedImage> scanned) => scanned
        .SelectMany(x => x.Decision.Findings.Where(y => y.Finding.Class == FindingClass.Scanner).Select(y => (x.Receipt.Name, y.Finding.Title)))
        .GroupBy(x => x.Title, x => x.Name)
        .Select(x => $"{string.Join(", ", x)}: {x.Key}");

    static string Counts(ScannedImage image)
    {
        var findings = image.Decision.Findings.Where(x => x.Finding.Class != FindingClass.Scanner).ToArray();
        return findings.Length == 0 ? "nothing found" : string.Join(", ", findings
            .GroupBy(x => x.Finding.Severity).OrderByDescending(x => x.Key)
            .Select(x => $"{x.Count()} {x.Key.ToString().ToLowerInvariant()}"));
    }

    static string Scanners(VerdictReceipt verdict) => string.Join(", ", verdict.Scanners
        .Select(x => $"{x.Scanner} {x.Version}{(x.DatabaseTime is { } time ? $", database of {time:yyyy-MM-dd}" : "")}").Distinct());
}
