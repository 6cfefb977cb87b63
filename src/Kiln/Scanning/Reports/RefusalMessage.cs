using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>Why images do not pass, and what to do.</summary>
static class RefusalMessage
{
    const int MostLines = 30;

    internal static string Of(IEnumerable<ScannedImage> scanned)
    {
        var parts = scanned.Where(x => !x.Decision.IsPassed).Select(x => Part(x.Receipt.Name, x.Decision));
        return string.Join("\n", parts) + "\nUpdate what has a fix, or exempt it with a reason and a day (docs/guides/scanning.md). The layouts stay; none is pushed.";
    }

    internal static string Part(string image, GateDecision decision)
    {
        var refused = decision.Findings.Where(x => x.Judgement is Judgement.Refused or Judgement.ExemptionExpired).ToArray();
        var expired = refused.Where(x => x.Judgement == Judgement.ExemptionExpired).Select(x => $"\n  An exemption has expired: {x.Exemption}");
        var more = refused.Length > MostLines ? $"\n  and {refused.Length - MostLines} more, which {FindingFile.Name} beside the reports lists" : "";
        return $"Image '{image}' does not pass: {refused.Length} of {decision.Findings.Count} findings are refused.\n  "
            + string.Join("\n  ", FindingTable.Lines(refused.Take(MostLines))) + more + string.Concat(expired.Distinct());
    }
}
