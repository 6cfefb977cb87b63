using Kiln.Primitives;

namespace Kiln.Scanning.Gating;

/// <summary>Judges reports by a gate. Pure, so that Push comes to the same from what Scan stored.</summary>
public static class GateKeeper
{
    /// <summary>All reports about one image, of any scanners and platforms, judged on a day (UTC).</summary>
    public static GateDecision Judge(ScanGate gate, string image, IEnumerable<ScanReport> reports, DateOnly today) => new()
    {
        Findings = reports
            .SelectMany(x => x.Findings.Concat(DatabaseAge.FindingsAbout(gate, x)).Select(y => (x.Platform, Finding: y)))
            .GroupBy(x => AcrossPlatforms(x.Finding), x => x.Platform)
            .Select(x => Judge(gate, image, x.Key, today) with { Platforms = x.Distinct().ToValueList() })
            .OrderByDescending(x => x.Judgement)
            .ThenByDescending(x => x.Finding.Severity)
            .ThenByDescending(x => x.Finding.FixedVersion is not null)
            .ThenBy(x => x.Finding.Package, StringComparer.Ordinal)
            .ThenBy(x => x.Finding.Id, StringComparer.Ordinal)
            .ToValueList(),
    };

    /// <summary>As it stands in a decision: one for all platforms, whose layers are never the same.</summary>
    internal static Finding AcrossPlatforms(Finding finding) => finding with { DiffId = null };

    static JudgedFinding Judge(ScanGate gate, string image, Finding finding, DateOnly today)
    {
        if (finding.Class == FindingClass.Scanner)
            return new([], finding, gate.RefusesOldDatabase == true ? Judgement.Refused : Judgement.Tolerated);
        if (!gate.Refuses(finding))
            return new([], finding, Judgement.Tolerated);
        if (gate.Known.Contains(KnownFinding.Of(image, finding)))
            return new([], finding, Judgement.Known);
        // Of several that cover it the one that lasts longest.
        var exemption = gate.Exemptions.Where(x => x.Covers(image, finding)).MaxBy(x => x.Expires);
        return exemption is null
            ? new([], finding, gate.IsInGrace(finding, today) ? Judgement.InGrace : Judgement.Refused)
            : new([], finding, exemption.Expires < today ? Judgement.ExemptionExpired : Judgement.Exempted) { Exemption = exemption };
    }
}
