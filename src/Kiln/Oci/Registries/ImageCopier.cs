using System.Diagnostics;
using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>
/// Copies an image from one repository to another, byte for byte, with what is attached to it: blobs, manifests, the index, attachments, then tags.
/// Within a registry blobs are mounted and none travels; within a repository only tags are set.
/// </summary>
/// <param name="client">For both places.</param>
/// <param name="work">A folder for blobs on their way; each is deleted when it has arrived.</param>
public sealed class ImageCopier(RegistryClient client, string work)
{
    // As LayoutPusher does.
    const int ParallelBlobs = 4;

    /// <summary>
    /// Copies what a tag or a digest means now. KILN2009 where there is nothing, KILN2011 for tags that exist with another digest and may not move.
    /// </summary>
    public async Task<PushResult> CopyAsync(
        ImageReference source, ImageReference repository, IEnumerable<string> tags, TagPolicy policy, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var target = repository.WithoutTagAndDigest();
        var root = await client.GetManifestAsync(source, cancellationToken);
        var origin = source.WithoutTagAndDigest();
        var setter = new TagSetter(client, policy);
        var wanted = tags.Distinct().Select(target.WithTag).ToList();
        var missing = await setter.FindMissingAsync(wanted, root.Descriptor.Digest, cancellationToken);
        var outcomes = new List<(Descriptor Blob, BlobOutcome Outcome)>();
        foreach (var manifest in await TreeOfAsync(origin, root, cancellationToken))
            outcomes.AddRange(await CopyManifestAsync(origin, target, manifest, cancellationToken));
        var attached = await CopyAttachmentsAsync(origin, target, root.Descriptor, outcomes, cancellationToken);
        await setter.SetAsync(missing, root.Descriptor, root.Bytes, cancellationToken);
        var blobs = outcomes.DistinctBy(x => x.Blob.Digest).ToArray();
        return new PushResult
        {
            Image = target.WithDigest(root.Descriptor.Digest),
            Tags = wanted.Select(x => x.Tag!).ToValueList(),
            WasComplete = missing.Count == 0 && blobs.All(x => x.Outcome == BlobOutcome.Present) && attached.All(x => !x.IsSent),
            BlobsSent = blobs.Count(x => x.Outcome == BlobOutcome.Sent),
            BlobsMounted = blobs.Count(x => x.Outcome == BlobOutcome.Mounted),
            BlobsPresent = blobs.Count(x => x.Outcome == BlobOutcome.Present),
            BytesSent = blobs.Where(x => x.Outcome == BlobOutcome.Sent).Sum(x => x.Blob.Size),
            Attached = attached,
            Duration = watch.Elapsed,
        };
    }

    // What an index lists before the index.
    async Task<IReadOnlyList<RegistryManifest>> TreeOfAsync(ImageReference origin, RegistryManifest root, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsIndex(root.Descriptor.MediaType))
            return [root];
        var tree = new List<RegistryManifest>();
        foreach (var child in root.ReadIndex().Manifests.DistinctBy(x => x.Digest))
            tree.AddRange(await TreeOfAsync(origin, await client.GetManifestAsync(origin.WithDigest(child.Digest), cancellationToken), cancellationToken));
        return [.. tree, root];
    }

    async Task<IReadOnlyCollection<(Descriptor Blob, BlobOutcome Outcome)>> CopyManifestAsync(
        ImageReference origin, ImageReference target, RegistryManifest manifest, CancellationToken cancellationToken)
    {
        var outcomes = await CopyBlobsAsync(origin, target, manifest, cancellationToken);
        var place = target.WithDigest(manifest.Descriptor.Digest);
        if (await client.FindManifestAsync(place, cancellationToken) is not null)
            return outcomes;
        await client.PutManifestAsync(place, manifest.Descriptor.MediaType, manifest.Bytes, cancellationToken);
        await client.GetManifestAsync(place, cancellationToken); // compares what is stored with the digest
        return outcomes;
    }

    async Task<ValueList<AttachedContent>> CopyAttachmentsAsync(
        ImageReference origin, ImageReference target, Descriptor image, List<(Descriptor, BlobOutcome)> outcomes, CancellationToken cancellationToken)
    {
        var attached = new List<AttachedContent>();
        var present = await client.ListReferrersAsync(target, image.Digest, cancellationToken);
        foreach (var referrer in await client.ListReferrersAsync(origin, image.Digest, cancellationToken))
        {
            var isNew = !present.Any(x => x.Digest == referrer.Digest);
            if (isNew)
            {
                var manifest = await client.GetManifestAsync(origin.WithDigest(referrer.Digest), cancellationToken);
                outcomes.AddRange(await CopyBlobsAsync(origin, target, manifest, cancellationToken));
                await client.PutReferrerAsync(target, image.Digest, referrer, manifest.Bytes, cancellationToken);
            }

            attached.Add(new AttachedContent(referrer.ArtifactType ?? referrer.MediaType, referrer.Digest, isNew));
        }

        return attached.ToValueList();
    }

    async Task<IReadOnlyCollection<(Descriptor Blob, BlobOutcome Outcome)>> CopyBlobsAsync(
        ImageReference origin, ImageReference target, RegistryManifest manifest, CancellationToken cancellationToken)
    {
        if (MediaTypes.IsIndex(manifest.Descriptor.MediaType))
            return [];
        var document = manifest.ReadManifest();
        var blobs = document.Layers.Prepend(document.Config).DistinctBy(x => x.Digest).ToArray();
        var outcomes = new BlobOutcome[blobs.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelBlobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(blobs.Index(), parallel, async (x, token) => outcomes[x.Index] = await CopyBlobAsync(origin, target, x.Item, token));
        return [.. blobs.Zip(outcomes)];
    }

    async Task<BlobOutcome> CopyBlobAsync(ImageReference origin, ImageReference target, Descriptor blob, CancellationToken cancellationToken)
    {
        if (await client.BlobExistsAsync(target, blob.Digest, cancellationToken))
            return BlobOutcome.Present;
        if (origin.Registry == target.Registry && await client.MountBlobAsync(target, blob.Digest, origin, cancellationToken))
            return BlobOutcome.Mounted;
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, $"{blob.Digest.Hex}.{Guid.NewGuid():N}");
        try
        {
            await using (var stream = File.Create(file))
                await client.DownloadBlobAsync(origin, blob, stream, cancellationToken);
            return await client.UploadBlobAsync(target, blob, () => File.OpenRead(file), cancellationToken: cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
