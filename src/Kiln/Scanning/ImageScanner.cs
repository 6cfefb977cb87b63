using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Programs;
using Kiln.Scanning.Reports;

namespace Kiln.Scanning;

/// <summary>
/// Has every platform of every built image looked at, judges by the gate, and writes the verdict into the receipts. What is not looked at
/// to the end has no verdict that would let it pass.
/// </summary>
public sealed class ImageScanner(IReporter reporter)
{
    /// <summary>Scans what DockerBuild left; KILN4001 names all images that the gate refuses, after all of them were scanned.</summary>
    public async Task<ValueList<ScannedImage>> ScanAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        if (request.Scanners.Count == 0)
            reporter.Warning("There is no scanner, so only Kiln's own checks are made, and known vulnerabilities are not looked for; name one in 'IScan.Scanners' (docs/guides/scanning.md)");
        var scanners = await AbsentScanner.StandInAsync(request.Scanners, request.Gate.RefusesOldDatabase == true, reporter.Warning, cancellationToken);
        request = request with { Scanners = scanners };
        // What is judged must not be replaced meanwhile.
        await using var only = await FileLock.AcquireAsync(
            request.Folders.Lock, cancellationToken, () => reporter.Information("Waiting for another build of this checkout"));
        var scanned = new List<ScannedImage>();
        foreach (var image in request.Images)
            scanned.Add(await ScanAsync(request, image, cancellationToken));
        RunReports.Write(request.Folders, request.Gate, scanned);
        // Without a scanner most of what exemptions are about is not looked for.
        foreach (var exemption in scanners.All(x => x is AbsentScanner) ? [] : UnusedExemptions.Of(request.Gate, scanned))
            reporter.Warning($"An exemption is of no use, since nothing of it was found: {exemption}");
        if (scanned.Any(x => !x.Decision.IsPassed))
            throw new KilnException(ErrorCodes.ImageRefused, RefusalMessage.Of(scanned));
        return scanned.ToValueList();
    }

    static async Task<ScannedImage> ScanAsync(ScanRequest request, ImageSpec image, CancellationToken cancellationToken)
    {
        var receiptFile = request.Folders.ReceiptOf(image);
        var (layout, receipt) = await VouchedLayout.OpenAsync(
            image.Name, request.Folders.LayoutOf(image), receiptFile, request.ReceiptKey, cancellationToken);
        // Until all is known, nothing is: also when this is killed.
        ReceiptFile.Write(receiptFile, receipt with { Scan = new VerdictReceipt(Verdict.Failed, request.Gate.Digest, []) });
        var platforms = new List<PlatformScan>();
        foreach (var details in await layout.ReadImagesAsync(new FolderLayerSizeMemo(request.Folders.LayerSizes), cancellationToken))
            platforms.Add(await PlatformScan.RunAsync(request, image, layout, details, cancellationToken));
        var reports = platforms.SelectMany(x => x.Reports).ToArray();
        var decision = GateKeeper.Judge(request.Gate, image.Name, reports, request.Today);
        PlatformReports.Write(request.Folders, image, reports, decision);
        receipt = receipt with
        {
            Scan = new VerdictReceipt(decision.IsPassed ? Verdict.Passed : Verdict.Refused, request.Gate.Digest, platforms.SelectMany(x => x.Scanners).ToValueList())
            {
                Sboms = platforms.SelectMany(x => x.Sboms).ToValueList(),
                Exemptions = decision.Findings
                    .Where(x => x.Judgement == Judgement.Exempted).Select(x => x.Exemption!.ToString()).Distinct().ToValueList(),
            },
        };
        ReceiptFile.Write(receiptFile, receipt);
        if (request.ReceiptKey is { } key)
            ReceiptSignature.Write(receiptFile, key);
        return new ScannedImage(receipt, reports.ToValueList(), decision);
    }
}
