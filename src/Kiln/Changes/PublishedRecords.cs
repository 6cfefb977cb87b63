using System.Text.Json;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;
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
        var attached = new List<(string? Type, Descriptor Attachment)>();
        foreach (var attachment in await client.ListReferrersAsync(image, manifest.Digest, cancellationToken))
            attached.Add((await TypeOfAsync(client, image, attachment, cancellationToken), attachment));
        if (attached.FirstOrDefault(x => x.Type == ImageAttachments.ReceiptType).Attachment is not { } receipt)
            return null;
        var reports = new List<ScanReport?>();
        foreach (var (_, report) in attached.Where(x => x.Type == ImageAttachments.ReportType))
            reports.Add(JsonSerializer.Deserialize(await ReadAsync(client, image, report, cancellationToken), ScanJson.Default.ScanReport));
        return new PublishedRecord(
            JsonSerializer.Deserialize(await ReadAsync(client, image, receipt, cancellationToken), ReceiptJson.Default.Receipt)!,
            reports.OfType<ScanReport>().SelectMany(x => x.Findings).ToValueList());
    }

    // Some registries list what the configuration is instead of what the artifact is, and that is nothing; of what Kiln attached the blob says the same.
    static async Task<string?> TypeOfAsync(RegistryClient client, ImageReference image, Descriptor attachment, CancellationToken cancellationToken) =>
        attachment.ArtifactType == ArtifactManifest.EmptyType
            ? (await client.GetManifestAsync(image.WithoutTagAndDigest().WithDigest(attachment.Digest), cancellationToken)).ReadManifest().Layers[0].MediaType
            : attachment.ArtifactType;

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
