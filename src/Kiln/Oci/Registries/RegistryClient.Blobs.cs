using System.Net;
using System.Security.Cryptography;
using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    /// <summary>Whether a repository has a blob.</summary>
    public async Task<bool> BlobExistsAsync(
        ImageReference repository, Digest digest, CancellationToken cancellationToken = default)
    {
        using var response = await _exchange.SendAsync(
            Read(HttpMethod.Head, repository, $"blobs/{digest}"), cancellationToken);
        return response.Status switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw await _exchange.UnexpectedAsync(response, cancellationToken),
        };
    }

    /// <summary>
    /// Sends a blob unless the registry takes it from <paramref name="mountFrom"/>, a repository of the same registry.
    /// A large one goes on where it stopped when the connection breaks. <paramref name="open"/> is called for each
    /// attempt and must give a seekable stream of exactly the descriptor's bytes.
    /// </summary>
    public Task<BlobOutcome> UploadBlobAsync(
        ImageReference repository,
        Descriptor blob,
        Func<Stream> open,
        ImageReference? mountFrom = null,
        CancellationToken cancellationToken = default) =>
        new BlobUpload(_exchange, repository, blob, open, blob.Size >= _options.ResumableFrom).RunAsync(
            _retries,
            mountFrom?.Registry == repository.Registry ? mountFrom.Repository : null,
            cancellationToken);

    /// <summary>Whether the registry took a blob from another of its repositories; no byte travels.</summary>
    public async Task<bool> MountBlobAsync(
        ImageReference repository, Digest digest, ImageReference from, CancellationToken cancellationToken = default)
    {
        var request = Write(HttpMethod.Post, repository, $"blobs/uploads/?mount={digest}&from={Uri.EscapeDataString(from.Repository)}") with
        {
            Body = _ => new ByteArrayContent([]),
            Scopes = [RegistryRequest.PullAndPush(repository.Repository), RegistryRequest.Pull(from.Repository)],
        };
        using var response = await _exchange.SendAsync(request, cancellationToken);
        return response.Status switch
        {
            HttpStatusCode.Created => true,
            // It began an upload instead, which nobody goes on with.
            HttpStatusCode.Accepted => false,
            _ => throw await _exchange.UnexpectedAsync(response, cancellationToken),
        };
    }

    /// <summary>
    /// Writes a blob's bytes and compares them with the digest; KILN2010 where they differ, and then what was written
    /// is to be thrown away.
    /// </summary>
    public async Task DownloadBlobAsync(
        ImageReference repository, Descriptor blob, Stream destination, CancellationToken cancellationToken = default)
    {
        using var response = await _exchange.SendAsync(
            Read(HttpMethod.Get, repository, $"blobs/{blob.Digest}"), cancellationToken);
        if (response.Status == HttpStatusCode.NotFound)
            throw NotThere(repository, $"blob {blob.Digest} in '{repository.Repository}'");
        if (response.Status != HttpStatusCode.OK)
            throw await _exchange.UnexpectedAsync(response, cancellationToken);

        using HashAlgorithm hash = blob.Digest.Algorithm == "sha512" ? SHA512.Create() : SHA256.Create();
        await using (var hashing = new CryptoStream(destination, hash, CryptoStreamMode.Write, leaveOpen: true))
            await CopyAsync(response, hashing, blob.Size, cancellationToken);

        var actual = Digest.Parse($"{blob.Digest.Algorithm}:{Convert.ToHexStringLower(hash.Hash!)}");
        if (actual != blob.Digest)
            throw RegistryErrors.OtherDigest(
                repository.Registry, $"a blob of '{repository.Repository}'", blob.Digest, actual);
    }

    // A body that breaks is not tried again here: what was written is the caller's, and cannot be taken back.
    static async Task CopyAsync(
        RegistryResponse response, Stream destination, long limit, CancellationToken cancellationToken)
    {
        try
        {
            await response.CopyToAsync(destination, limit, cancellationToken);
        }
        catch (TransientFailure failure)
        {
            throw failure.Final;
        }
    }
}
