using System.Net;
using Kiln.Oci.Registries.Http;
using Kiln.Oci.Registries.Referrers;
using Kiln.Primitives;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    // Another push may write the same index at the same time, and the last one wins: so it is looked at again.
    const int MostRounds = 5;

    /// <summary>
    /// Attaches something to an image, also in a registry that does not know the referrers API. Returns the digest of the attachment's
    /// manifest, which is the same for the same content: <see cref="ListReferrersAsync"/> tells whether it is there.
    /// </summary>
    /// <param name="repository">Where the image is.</param>
    /// <param name="subject">The image: what stands behind its tags.</param>
    /// <param name="attachment">What is attached.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    public async Task<Digest> AttachAsync(
        ImageReference repository, Descriptor subject, Attachment attachment, CancellationToken cancellationToken = default)
    {
        var manifest = ArtifactManifest.Of(subject, attachment);
        var place = repository.WithoutTagAndDigest().WithDigest(manifest.Descriptor.Digest);
        await SendAsync(place, ArtifactManifest.Empty, ArtifactManifest.EmptyContent, cancellationToken);
        await SendAsync(place, manifest.Blob, attachment.Content, cancellationToken);
        await PutReferrerAsync(repository, subject.Digest, manifest.Descriptor, manifest.Bytes, cancellationToken);
        return manifest.Descriptor.Digest;
    }

    /// <summary>Stores the manifest of something that refers to a digest, and sees to it that it is listed.</summary>
    /// <param name="repository">Where the blobs of it are already.</param>
    /// <param name="subject">What it refers to.</param>
    /// <param name="referrer">The manifest as a list names it.</param>
    /// <param name="bytes">The manifest.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    internal async Task PutReferrerAsync(
        ImageReference repository, Digest subject, Descriptor referrer, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var place = repository.WithoutTagAndDigest().WithDigest(referrer.Digest);
        if (!await PutAsync(place, MediaTypes.OciManifest, bytes, cancellationToken))
            await ListUnderTagAsync(place, subject, referrer, cancellationToken);
    }

    /// <summary>What refers to a digest, by the API or, without it, by the tag; nothing where nothing does.</summary>
    public async Task<ValueList<Descriptor>> ListReferrersAsync(
        ImageReference repository, Digest subject, CancellationToken cancellationToken = default)
    {
        var request = Read(HttpMethod.Get, repository, $"referrers/{subject}") with { Accept = [MediaTypes.OciIndex] };
        using var response = await _exchange.SendAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.OK)
            return OciDocument.ReadIndex(await response.ReadAsync(OciDocument.LargestManifest, cancellationToken), request.Description).Manifests;
        // Older registries take the address for one that they do not have, or for a mistake.
        if (response.Status is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed))
            throw await _exchange.UnexpectedAsync(response, cancellationToken);
        var tag = repository.WithoutTagAndDigest().WithTag(ReferrersTag.Of(subject));
        return await FindManifestAsync(tag, cancellationToken) is null ? [] : (await GetManifestAsync(tag, cancellationToken)).ReadIndex().Manifests;
    }

    async Task SendAsync(ImageReference repository, Descriptor blob, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!await BlobExistsAsync(repository, blob.Digest, cancellationToken))
            await UploadBlobAsync(repository, blob, () => new MemoryStream(content.ToArray()), cancellationToken: cancellationToken);
    }

    async Task ListUnderTagAsync(ImageReference place, Digest subject, Descriptor referrer, CancellationToken cancellationToken)
    {
        var tag = place.WithoutTagAndDigest().WithTag(ReferrersTag.Of(subject));
        for (var round = 0; round < MostRounds; round++)
        {
            var present = await FindManifestAsync(tag, cancellationToken) is null ? null : await GetManifestAsync(tag, cancellationToken);
            if (ReferrersTag.Add(present?.Bytes.ToArray(), referrer) is not { } index)
                return;
            await PutManifestAsync(tag, MediaTypes.OciIndex, index, cancellationToken);
        }

        throw RegistryErrors.OtherWriter(place.Registry, tag.ToString());
    }
}
