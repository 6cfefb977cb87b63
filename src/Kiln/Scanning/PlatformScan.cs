using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning.Checks;
using Kiln.Scanning.Reports;

namespace Kiln.Scanning;

/// <summary>What was said about one platform of an image, and what the receipt vouches for of it.</summary>
sealed record PlatformScan(ValueList<ScanReport> Reports, ValueList<ScannerReceipt> Scanners, ValueList<SbomReceipt> Sboms)
{
    /// <summary>Has Kiln's own checks and all scanners look at it, one after the other, and keeps what they said.</summary>
    internal static async Task<PlatformScan> RunAsync(
        ScanRequest request, ImageSpec image, OciLayout layout, LayoutImage details, CancellationToken cancellationToken)
    {
        var folder = Fresh(ScanFolders.ViewOf(request.Folders, image.Name, details.Platform));
        var manifest = layout.ReadContents().Manifests.Single(x => x.Digest == details.ManifestDigest);
        var view = layout.LinkManifest(manifest, folder);
        var reports = new List<ScanReport>();
        var scanners = new List<ScannerReceipt>();
        var sboms = new List<SbomReceipt>();
        foreach (var scanner in request.Scanners.Prepend(new BuiltInChecks(request.Today)))
        {
            var work = Fresh(Path.Combine(Path.GetDirectoryName(folder)!, scanner.Name));
            var subject = new ScanSubject(image, view, details, work) { Supply = request.Supply };
            var report = await scanner.ScanAsync(subject, cancellationToken);
            var digest = StoredReport.Write(ScanFolders.ReportOf(request.Folders, image.Name, report.Platform, report.Scanner.Name), report);
            reports.Add(report);
            scanners.Add(Count(report, digest));
            // One list is enough, however many scanners could write it.
            if (scanner is ISbomSource source && sboms.Count == 0)
                sboms.AddRange(Keep(request, subject, await source.WriteSbomsAsync(subject, cancellationToken)));
        }

        Directory.Delete(folder, recursive: true);
        return new PlatformScan(reports.ToValueList(), scanners.ToValueList(), sboms.ToValueList());
    }

    static IEnumerable<SbomReceipt> Keep(ScanRequest request, ScanSubject subject, IReadOnlyDictionary<SbomFormat, string> files)
    {
        foreach (var (format, file) in files.OrderBy(x => x.Key))
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
