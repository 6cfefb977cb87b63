using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.Scanning.Checks;
using Kiln.Scanning.Gating;
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
        foreach (var scanner in request.Scanners)
            await scanner.RequireAsync(cancellationToken);
        // What is judged must not be replaced meanwhile.
        await using var only = await FileLock.AcquireAsync(
            request.Folders.Lock, cancellationToken, () => reporter.Information("Waiting for another build of this checkout"));
        var scanned = new List<ScannedImage>();
        foreach (var image in request.Images)
            scanned.Add(await ScanAsync(request, image, cancellationToken));
        RunReports.Write(request.Folders, request.Gate, scanned);
        // Without a scanner most of what exemptions are about is not looked for.
        foreach (var exemption in request.Scanners.Count == 0 ? [] : UnusedExemptions.Of(request.Gate, scanned))
            reporter.Warning($"An exemption is of no use, since nothing of it was found: {exemption}");
        if (scanned.Any(x => !x.Decision.IsPassed))
            throw new KilnException(ErrorCodes.ImageRefused, RefusalMessage.Of(scanned));
        return scanned.ToValueList();
    }

    async Task<ScannedImage> ScanAsync(ScanRequest request, ImageSpec image, CancellationToken cancellationToken)
    {
        var receiptFile = request.Folders.ReceiptOf(image);
        var (layout, receipt) = await VouchedLayout.OpenAsync(
            image.Name, request.Folders.LayoutOf(image), receiptFile, request.ReceiptKey, cancellationToken);
        // Until all is known, nothing is: also when this is killed.
        ReceiptFile.Write(receiptFile, receipt with { Scan = new VerdictReceipt(Verdict.Failed, request.Gate.Digest, []) });
        var scanners = new List<ScannerReceipt>();
        var sboms = new List<SbomReceipt>();
        var reports = new List<ScanReport>();
        foreach (var details in await layout.ReadImagesAsync(new FolderLayerSizeMemo(request.Folders.LayerSizes), cancellationToken))
        {
            foreach (var report in await LookAsync(request, image, layout, details, sboms, cancellationToken))
            {
                var digest = StoredReport.Write(ScanFolders.ReportOf(request.Folders, image.Name, report.Platform, report.Scanner.Name), report);
                reports.Add(report);
                scanners.Add(Count(report, digest));
            }
        }

        var decision = GateKeeper.Judge(request.Gate, image.Name, reports, request.Today);
        PlatformReports.Write(request.Folders, image, reports, decision);
        receipt = receipt with
        {
            Scan = new VerdictReceipt(decision.IsPassed ? Verdict.Passed : Verdict.Refused, request.Gate.Digest, scanners.ToValueList())
            {
                Sboms = sboms.ToValueList(),
                Exemptions = decision.Findings
                    .Where(x => x.Judgement == Judgement.Exempted).Select(x => x.Exemption!.ToString()).Distinct().ToValueList(),
            },
        };
        ReceiptFile.Write(receiptFile, receipt);
        if (request.ReceiptKey is { } key)
            ReceiptSignature.Write(receiptFile, key);
        return new ScannedImage(receipt, reports.ToValueList(), decision);
    }

    static async Task<IReadOnlyList<ScanReport>> LookAsync(
        ScanRequest request, ImageSpec image, OciLayout layout, LayoutImage details, List<SbomReceipt> sboms, CancellationToken cancellationToken)
    {
        var folder = Fresh(ScanFolders.ViewOf(request.Folders, image.Name, details.Platform));
        var manifest = layout.ReadContents().Manifests.Single(x => x.Digest == details.ManifestDigest);
        var view = layout.LinkManifest(manifest, folder);
        var reports = new List<ScanReport>();
        foreach (var scanner in request.Scanners.Prepend(new BuiltInChecks(request.Today)))
        {
            var work = Fresh(Path.Combine(Path.GetDirectoryName(folder)!, scanner.Name));
            var subject = new ScanSubject(image, view, details, work);
            reports.Add(await scanner.ScanAsync(subject, cancellationToken));
            // One list is enough, however many scanners could write it.
            if (scanner is ISbomSource source && !sboms.Any(x => x.Platform == details.Platform))
                sboms.AddRange(Keep(request, subject, await source.WriteSbomsAsync(subject, cancellationToken)));
        }

        Directory.Delete(folder, recursive: true);
        return reports;
    }

    static IEnumerable<SbomReceipt> Keep(ScanRequest request, ScanSubject subject, IReadOnlyDictionary<SbomFormat, string> files)
    {
        foreach (var (format, file) in files)
        {
            var content = File.ReadAllBytes(file);
            WholeFile.Write(ScanFolders.SbomOf(request.Folders, subject.Image.Name, subject.Details.Platform, format), content);
            yield return new SbomReceipt(subject.Details.Platform, format, Digest.OfBytes(content));
        }
    }

    static ScannerReceipt Count(ScanReport report, Digest digest)
    {
        int Of(FindingSeverity severity) => report.Findings.Count(x => x.Severity == severity);
        return new ScannerReceipt(report.Platform, report.Scanner.Name, report.Scanner.Version, digest)
        {
            DatabaseTime = report.Scanner.DatabaseTime,
            Critical = Of(FindingSeverity.Critical),
            High = Of(FindingSeverity.High),
            Medium = Of(FindingSeverity.Medium),
            Low = Of(FindingSeverity.Low),
            Unknown = Of(FindingSeverity.Unknown),
        };
    }

    static string Fresh(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}
