using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Reports;

namespace Kiln.Pushing;

/// <summary>
/// Comes to a verdict again, from the layout, the stored reports and the gate in force: an image that was judged is what is pushed, and it
/// passes today.
/// </summary>
sealed class VerdictChecks(PushRequest request, ScanGate gate, IReporter reporter)
{
    /// <summary>
    /// KILN4005 without a verdict, KILN4006 for a report that is another, KILN4001 for findings that the gate refuses by now. Where all
    /// registries are on this machine, an image without a verdict is only warned of.
    /// </summary>
    internal void Require(VouchedLayout image)
    {
        if (ReasonAgainst(image) is not { } reason)
            return;
        var message = $"Image '{image.Receipt.Name}' ({image.Receipt.Digest}) has no verdict that lets it be pushed: {reason}. Run Scan.";
        if (request.Registries.Any(x => !x.IsLoopback))
            throw new KilnException(ErrorCodes.NoVerdict, message + " Nothing was pushed.");
        reporter.Warning($"{message} It is pushed all the same, since the registry is on this machine");
    }

    string? ReasonAgainst(VouchedLayout image)
    {
        if (image.Receipt.Scan is not { } verdict)
            return "it was never scanned";
        if (verdict.Verdict != Verdict.Passed)
            return $"its verdict is '{verdict.Verdict.ToString().ToLowerInvariant()}'";
        if (image.Layout.ReadPlatforms().Except(verdict.Scanners.Select(x => x.Platform)).ToArray() is [_, ..] missing)
            return $"nobody looked at {string.Join(", ", missing.Select(x => x.ToString()))}";
        var reports = verdict.Scanners.Select(x => ReadReport(image, x)).ToArray();
        var decision = GateKeeper.Judge(gate, image.Receipt.Name, reports, request.Today);
        return decision.IsPassed
            ? null
            : throw new KilnException(ErrorCodes.ImageRefused, RefusalMessage.Part(image.Receipt.Name, decision) + "\n" + SinceWhen(verdict.Policy));
    }

    ScanReport ReadReport(VouchedLayout image, ScannerReceipt scanner)
    {
        var file = ScanFolders.ReportOf(request.Folders, image.Receipt.Name, scanner.Platform, scanner.Scanner);
        var report = StoredReport.Read(file, scanner.Report);
        var config = image.Layout.ReadConfigs().Where(x => x.Platform == scanner.Platform).Select(x => x.Digest).FirstOrDefault();
        return report.Config == config
            ? report
            : throw new KilnException(
                ErrorCodes.ReportDiffers,
                $"The scan report '{file}' is about the image {report.Config}, and for {scanner.Platform} the layout holds {config}. "
                + "Nothing was pushed; run Scan again.");
    }

    string SinceWhen(Digest passed) => passed == gate.Digest
        ? "It passed this gate when it was scanned, and does not by now. Nothing was pushed."
        : $"It passed the gate {passed} when it was scanned; in force is {gate.Digest}. Nothing was pushed.";
}
