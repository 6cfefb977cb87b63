using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Locking.Resolution;

/// <summary>Finds out who serves an image's bytes: mirrors first, in their order, then the origin.</summary>
sealed class ImageLocator(RegistryClient client, RegistryReach reach, ValueList<Mirror> mirrors)
{
    internal async Task<ImagePlace> LocateAsync(ImageReference image, Digest digest, CancellationToken cancellationToken)
    {
        var content = image.WithDigest(digest);
        var hasSpoken = false;
        foreach (var mirror in mirrors.Where(x => x.Origin == image.Registry))
        {
            var copy = mirror.Locate(content);
            if (await reach.ObstacleAsync(copy.Registry) is not null)
                continue;
            if (await HasAsync(copy, cancellationToken))
                return new ImagePlace.Found(copy);
            hasSpoken |= mirror.Authority == MirrorAuthority.Always;
        }

        // Whose word is always taken has said that it is not there; nobody waits for an origin then.
        if (await reach.ObstacleAsync(image.Registry) is { } obstacle)
            return hasSpoken ? new ImagePlace.Gone(content) : new ImagePlace.Unknown(content, obstacle);
        return await HasAsync(content, cancellationToken) ? new ImagePlace.Found(content) : new ImagePlace.Gone(content);
    }

    async Task<bool> HasAsync(ImageReference image, CancellationToken cancellationToken) =>
        await client.FindManifestAsync(image, cancellationToken) is not null;
}

/// <summary>Where an image's bytes are.</summary>
abstract record ImagePlace(ImageReference Reference)
{
    /// <summary>There.</summary>
    internal sealed record Found(ImageReference Reference) : ImagePlace(Reference);

    /// <summary>No registry has it any more.</summary>
    internal sealed record Gone(ImageReference Reference) : ImagePlace(Reference);

    /// <summary>Nobody can be asked; the builder may still have it.</summary>
    internal sealed record Unknown(ImageReference Reference, string Reason) : ImagePlace(Reference);
}
