using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Locking.Resolution;

/// <summary>Finds out who serves an image's bytes: mirrors first, in their order, then the origin.</summary>
sealed class ImageLocator(RegistryClient client, RegistryReach reach, ValueList<Mirror> mirrors)
{
    internal async Task<ImagePlace> LocateAsync(ImageReference image, Digest digest, CancellationToken cancellationToken)
    {
        var content = image.WithDigest(digest);
        foreach (var copy in mirrors.Where(x => x.Origin == image.Registry).Select(x => x.Locate(content)))
        {
            if (await reach.ObstacleAsync(copy.Registry) is null && await HasAsync(copy, cancellationToken))
                return new ImagePlace.Found(copy);
        }

        if (await reach.ObstacleAsync(image.Registry) is { } obstacle)
            return new ImagePlace.Unknown(content, obstacle);
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
