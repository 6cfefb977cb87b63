using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

/// <summary>Sets tags last of all, and none that may not move.</summary>
sealed class TagSetter(RegistryClient client, TagPolicy policy)
{
    /// <summary>
    /// Those of the tags that do not point to the digest; tags that may not move are reported together (KILN2011), before anything is sent.
    /// </summary>
    internal async Task<IReadOnlyList<ImageReference>> FindMissingAsync(
        IEnumerable<ImageReference> wanted, Digest digest, CancellationToken cancellationToken)
    {
        var missing = new List<ImageReference>();
        var refused = new List<(ImageReference Image, Digest Present)>();
        foreach (var image in wanted)
        {
            var present = await client.FindManifestAsync(image, cancellationToken);
            if (present?.Digest == digest)
                continue;
            missing.Add(image);
            if (present is not null && !policy.MayMove(image.Tag!))
                refused.Add((image, present.Digest));
        }

        return refused.Count == 0 ? missing : throw WouldMove(refused, digest);
    }

    internal async Task SetAsync(
        IEnumerable<ImageReference> images, Descriptor root, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        foreach (var image in images)
        {
            await client.PutManifestAsync(image, root.MediaType, bytes, cancellationToken);
            var present = await client.FindManifestAsync(image, cancellationToken);
            if (present?.Digest is { } stored && stored != root.Digest)
                throw RegistryErrors.OtherDigest(
                    image.Registry, $"'{image}', which was just pushed", root.Digest, stored);
        }
    }

    static RegistryException WouldMove(
        IReadOnlyList<(ImageReference Image, Digest Present)> refused, Digest digest) => new(
        ErrorCodes.TagWouldMove,
        string.Join(" ", refused.Select(tag =>
            $"'{tag.Image}' exists with the digest {tag.Present}, and {digest} was to be pushed."))
        + " Nothing was sent. Push under another tag, or say in the build that this tag is mutable.",
        refused[0].Image.Registry);
}
