using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>All findings of a run for people, image by image, also those that pass.</summary>
static class FindingFile
{
    internal const string Name = "findings.txt";

    internal static string Of(IEnumerable<ScannedImage> scanned) => string.Join('\n', scanned.SelectMany(Lines));

    static IEnumerable<string> Lines(ScannedImage image)
    {
        yield return $"{image.Receipt.Name} {image.Receipt.Digest}: {image.Receipt.Scan!.Verdict.ToString().ToLowerInvariant()}";
        foreach (var group in image.Decision.Findings.GroupBy(x => x.Judgement))
        {
            yield return $"  {WordOf(group.Key)}:";
            foreach (var line in FindingTable.Lines(group))
                yield return $"    {line}";
        }

        yield return "";
    }

    static string WordOf(Judgement judgement) => judgement switch
    {
        Judgement.Refused => "refused",
        Judgement.ExemptionExpired => "refused, since an exemption has expired",
        Judgement.Known => "was there before",
        Judgement.Exempted => "exempted",
        Judgement.InGrace => "in grace, and refused later",
        _ => "tolerated",
    };
}
