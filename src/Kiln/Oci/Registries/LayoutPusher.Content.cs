using System.Collections.Concurrent;
using Kiln.Primitives;

namespace Kiln.Oci.Registries;

public sealed partial class LayoutPusher
{
    async Task<ValueList<PushedBlob>> SendBlobsAsync(
        OciLayout layout, IEnumerable<Descriptor> blobs, ImageReference target, CancellationToken cancellationToken)
    {
        var done = new ConcurrentQueue<PushedBlob>();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _options.ParallelBlobs,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(blobs, parallel, async (blob, token) =>
        {
            var pushed = new PushedBlob(blob, await SendBlobAsync(layout, blob, target, token));
            done.Enqueue(pushed);
            _options.Progress?.Report(pushed);
        });
        return done.ToValueList();
    }

    async Task<BlobOutcome> SendBlobAsync(
        OciLayout layout, Descriptor blob, ImageReference target, CancellationToken cancellationToken) =>
        await client.BlobExistsAsync(target, blob.Digest, cancellationToken)
            ? BlobOutcome.Present
            : await client.UploadBlobAsync(
                target, blob, () => layout.OpenBlob(blob), _options.MountFrom, cancellationToken);

    // One after the other: a registry refuses an index whose manifests it does not have.
    async Task<long> SendManifestsAsync(
        OciLayout layout, IEnumerable<Descriptor> manifests, ImageReference target, CancellationToken cancellationToken)
    {
        var bytesSent = 0L;
        foreach (var manifest in manifests)
        {
            var place = target.WithDigest(manifest.Digest);
            if (await client.FindManifestAsync(place, cancellationToken) is not null)
                continue;
            await client.PutManifestAsync(place, manifest.MediaType, layout.ReadDocument(manifest), cancellationToken);
            await client.GetManifestAsync(place, cancellationToken); // compares what is stored with the digest
            bytesSent += manifest.Size;
        }

        return bytesSent;
    }
}
