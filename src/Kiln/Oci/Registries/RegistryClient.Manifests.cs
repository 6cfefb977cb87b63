using System.Net;
using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    /// <summary>
    /// What a tag or digest means there, by one HEAD request; null where it does not exist. Default tag: latest.
    /// </summary>
    public async Task<Descriptor?> FindManifestAsync(
        ImageReference image, CancellationToken cancellationToken = default)
    {
        var request = Read(HttpMethod.Head, image, ManifestPath(image)) with { Accept = MediaTypes.Manifests };
        using var response = await _exchange.SendAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.NotFound)
            return null;
        if (response.Status != HttpStatusCode.OK)
            throw await _exchange.UnexpectedAsync(response, cancellationToken);

        // The digest header is optional in the specification; without it only the bytes can tell.
        if (response.Digest is not { } digest || response.Message.Content.Headers.ContentLength is not { } size)
            return (await GetManifestAsync(image, cancellationToken)).Descriptor;
        return image.Digest is null || image.Digest == digest
            ? new Descriptor { MediaType = MediaTypeOf(response), Digest = digest, Size = size }
            : throw RegistryErrors.OtherDigest(image.Registry, $"'{image}'", image.Digest, digest);
    }

    /// <summary>
    /// The bytes of a manifest or index, at most 4 MB, which are compared with the digest that was asked for, or else
    /// with the one that the registry claims. KILN2009 where it does not exist.
    /// </summary>
    public Task<RegistryManifest> GetManifestAsync(
        ImageReference image, CancellationToken cancellationToken = default) =>
        _retries.RunAsync(() => GetManifestOnceAsync(image, cancellationToken), cancellationToken);

    /// <summary>
    /// Stores a manifest under its digest or, where the reference has no digest, under its tag. What it lists must be
    /// there before it.
    /// </summary>
    public Task PutManifestAsync(
        ImageReference image,
        string mediaType,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken = default) =>
        PutAsync(image, mediaType, bytes, cancellationToken);

    // Whether the registry lists it among what refers to its subject: only one that does says so (distribution specification 1.1).
    async Task<bool> PutAsync(ImageReference image, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var request = Write(HttpMethod.Put, image, ManifestPath(image)) with
        {
            Body = _ => new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new(mediaType) } },
        };
        using var response = await _exchange.SendAsync(request, cancellationToken);
        if (response.Status is not (HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Accepted))
            throw await _exchange.UnexpectedAsync(response, cancellationToken);
        if (response.Digest is { } stored && stored.Recompute(bytes.Span) is var expected && stored != expected)
            throw RegistryErrors.OtherDigest(image.Registry, $"'{image}'", expected, stored);
        return response.Header("OCI-Subject") is not null;
    }

    async Task<RegistryManifest> GetManifestOnceAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var request = Read(HttpMethod.Get, image, ManifestPath(image)) with { Accept = MediaTypes.Manifests };
        using var response = await _exchange.SendOnceAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.NotFound)
            throw NotThere(image, $"'{image}'");
        if (response.Status != HttpStatusCode.OK)
            throw await _exchange.UnexpectedAsync(response, cancellationToken);

        var bytes = await response.ReadAsync(OciDocument.LargestManifest, cancellationToken);
        var claimed = image.Digest ?? response.Digest ?? Digest.OfBytes(bytes);
        return claimed.Recompute(bytes) is var actual && actual == claimed
            ? new RegistryManifest(
                new Descriptor { MediaType = MediaTypeOf(response), Digest = claimed, Size = bytes.Length }, bytes)
            : throw RegistryErrors.OtherDigest(image.Registry, $"'{image}'", claimed, actual);
    }

    static string ManifestPath(ImageReference image) => $"manifests/{image.WithDefaultTag().TagOrDigest}";

    static string MediaTypeOf(RegistryResponse response) =>
        response.Message.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";

    static RegistryException NotThere(ImageReference image, string what) => new(
        ErrorCodes.NotInRegistry,
        $"The registry '{image.Registry}' has no {what}. Check the name, the tag and whether it was pushed there.",
        image.Registry,
        404);
}
