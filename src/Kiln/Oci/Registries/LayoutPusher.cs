using System.Diagnostics;
using Kiln.Oci.Registries.Referrers;
using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>
/// Sends an OCI layout to a repository, byte for byte: blobs, manifests, the index, what is attached, then tags. Until the tags
/// are set nobody sees the image, so a push that breaks leaves nothing half done, and the next sends what is missing.
/// </summary>
public sealed partial class LayoutPusher(RegistryClient client, PushOptions? options = null)
{
    readonly PushOptions _options = options ?? new PushOptions();

    /// <summary>
    /// Pushes the image in a layout and sets the tags. Tags that point to it already are left alone; when all do,
    /// nothing is sent. The tag or digest of <paramref name="repository"/> itself does not count.
    /// </summary>
    public async Task<PushResult> PushAsync(
        OciLayout layout,
        ImageReference repository,
        IEnumerable<string> tags,
        CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var target = repository.WithoutTagAndDigest();
        var wanted = tags.Distinct().Select(target.WithTag).ToList();
        var contents = layout.ReadContents();

        var setter = new TagSetter(client, _options.Tags);
        var missing = await setter.FindMissingAsync(wanted, layout.Root.Digest, cancellationToken);
        var isComplete = wanted.Count > 0 && missing.Count == 0;
        var sent = isComplete
            ? new SentContent([.. contents.Blobs.Select(blob => new PushedBlob(blob, BlobOutcome.Present))], 0)
            : await SendAsync(layout, contents, target, cancellationToken);
        var (attached, objection) = await AttachAsync(layout.Root, target, cancellationToken);
        await setter.SetAsync(missing, layout.Root, layout.ReadDocument(layout.Root), cancellationToken);

        return new PushResult
        {
            Image = target.WithDigest(layout.Root.Digest),
            Tags = wanted.Select(image => image.Tag!).ToValueList(),
            WasComplete = isComplete,
            BlobsSent = sent.Count(BlobOutcome.Sent),
            BlobsMounted = sent.Count(BlobOutcome.Mounted),
            BlobsPresent = sent.Count(BlobOutcome.Present),
            BytesSent = sent.Bytes,
            Attached = attached,
            ObjectionToAttachments = objection,
            Duration = watch.Elapsed,
        };
    }

    // Before the tags: who finds the image finds what is known about it.
    async Task<(ValueList<AttachedContent> Attached, string? Objection)> AttachAsync(
        Descriptor image, ImageReference target, CancellationToken cancellationToken)
    {
        var attached = new List<AttachedContent>();
        if (_options.Attachments.Count == 0)
            return ([], null);
        try
        {
            var present = await client.ListReferrersAsync(target, image.Digest, cancellationToken);
            foreach (var attachment in _options.Attachments)
            {
                var digest = ArtifactManifest.Of(image, attachment).Descriptor.Digest;
                var isNew = !present.Any(x => x.Digest == digest);
                if (isNew)
                    await client.AttachAsync(target, image, attachment, cancellationToken);
                attached.Add(new AttachedContent(attachment.ArtifactType, digest, isNew));
            }

            return (attached.ToValueList(), null);
        }
        // Registries older than the specification 1.1 take images only, and the image is what people wait for.
        catch (RegistryException error) when (error.Status is 400 or 404 or 405 or 415 or 422 or 501)
        {
            return (attached.ToValueList(), error.Message);
        }
    }

    async Task<SentContent> SendAsync(
        OciLayout layout, LayoutContents contents, ImageReference target, CancellationToken cancellationToken)
    {
        var blobs = await SendBlobsAsync(layout, contents.Blobs, target, cancellationToken);
        var manifestBytes = await SendManifestsAsync(layout, contents.Manifests, target, cancellationToken);
        var blobBytes = blobs.Where(pushed => pushed.Outcome == BlobOutcome.Sent).Sum(pushed => pushed.Blob.Size);
        return new SentContent(blobs, blobBytes + manifestBytes);
    }

    sealed record SentContent(ValueList<PushedBlob> Blobs, long Bytes)
    {
        public int Count(BlobOutcome outcome) => Blobs.Count(pushed => pushed.Outcome == outcome);
    }
}
