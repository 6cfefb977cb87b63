using Kiln.Buildx;
using Kiln.Oci.Registries.Referrers;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning;

namespace Kiln.Pushing.Attachments;

/// <summary>What is known about an image, in the forms in which a registry keeps it beside the image.</summary>
static class ImageAttachments
{
    internal const string ReceiptType = "application/vnd.kiln.receipt.v1+json";
    internal const string ReportType = "application/vnd.kiln.scan-report.v1+json";
    internal const string CycloneDxType = "application/vnd.cyclonedx+json";
    internal const string SpdxType = "application/spdx+json";
    internal const string StatementType = "application/vnd.in-toto+json";

    const string PlatformKey = "vnd.kiln.platform";
    const string ScannerKey = "vnd.kiln.scanner";

    /// <summary>The receipt, the provenance, and of each platform the reports and the SBOMs. KILN4006 for a file that is another than was judged.</summary>
    internal static ValueList<Attachment> Of(BuildFolders folders, VouchedLayout image, ImageReference repository, string builder) =>
    [
        new Attachment(ReceiptType, ReceiptFile.ToBytes(image.Receipt)),
        new Attachment(StatementType, Provenance.Of(image.Receipt, repository, builder))
        {
            Annotations = [new("in-toto.io/predicate-type", Provenance.PredicateType)],
        },
        .. (image.Receipt.Scan?.Scanners ?? []).Select(x => new Attachment(
            ReportType, StoredFile.Read(ScanFolders.ReportOf(folders, image.Receipt.Name, x.Platform, x.Scanner), x.Report))
        {
            Annotations = [new(PlatformKey, x.Platform.ToString()), new(ScannerKey, x.Scanner)],
        }),
        .. (image.Receipt.Scan?.Sboms ?? []).Select(x => new Attachment(
            x.Format == SbomFormat.CycloneDx ? CycloneDxType : SpdxType,
            StoredFile.Read(ScanFolders.SbomOf(folders, image.Receipt.Name, x.Platform, x.Format), x.Content))
        {
            Annotations = [new(PlatformKey, x.Platform.ToString())],
        }),
    ];
}
