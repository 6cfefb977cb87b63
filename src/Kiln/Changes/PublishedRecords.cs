using System.Text.Json;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Pushing.Attachments;
using Kiln.Receipts;
using Kiln.Scanning;

namespace Kiln.Changes;

/// <summary>Reads what Push attached to an image.</summary>
static class PublishedRecords
{
    // A report of a large image with thousands of findings has some megabytes.
    const long Largest = 64 << 20;

    /// <summary>Null where the tag is not there, or carries no receipt; the registry's own errors where it cannot be asked.</summary>
    internal static async Task<PublishedRecord?> FindAsync(RegistryClient client, ImageReference image, CancellationToken cancellationToken)
    {
        if (await client.FindManifestAsync(image, cancellationToken) is not { } manifest)
            return null;
        var attached = await client.ListReferrersAsync(image, manifest.Digest, cancellationToken);
        if (attached.FirstOrDefault(x => x.ArtifactType == ImageAttachments.ReceiptType) is not { } receipt)
            return null;
        var reports = new List<ScanReport?>();
        foreach (var report in attached.Where(x => x.ArtifactType == ImageAttachments.ReportType))
            reports.Add(JsonSerializer.Deserialize(await ReadAsync(client, image, report, cancellationToken), ScanJson.Default.ScanReport));
        return new PublishedRecord(
            JsonSerializer.Deserialize(await ReadAsync(client, image, receipt, cancellationToken), ReceiptJson.Default.Receipt)!,
            reports.OfType<ScanReport>().SelectMany(x => x.Findings).ToValueList());
    }

    static async Task<byte[]> ReadAsync(RegistryClient client, ImageReference image, Descriptor attachment, CancellationToken cancellationToken)
    {
        var place = image.WithoutTagAndDigest().WithDigest(attachment.Digest);
        var content = (await client.GetManifestAsync(place, cancellationToken)).ReadManifest().Layers[0];
        if (content.Size > Largest)
            throw new JsonException($"what is attached to '{image}' has {content.Size} bytes");
        using var bytes = new MemoryStream();
        await client.DownloadBlobAsync(place, content, bytes, cancellationToken);
        return bytes.ToArray();
    }
}
