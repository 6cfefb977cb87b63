using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.Locking.Resolution;

/// <summary>Finds out what a name means now: the origin says it, or a mirror whose word counts.</summary>
sealed class ImageResolver(RegistryClient client, RegistryReach reach, ValueList<Mirror> mirrors, TimeProvider clock)
{
    /// <summary>KILN2009 where the registry has no such image, KILN6010 where nobody can be asked.</summary>
    internal async Task<LockedImage> ResolveAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var (found, asked, via) = await FindAsync(image, cancellationToken);
        var platforms = await client.ReadPlatformsAsync(asked.WithDigest(found.Digest), cancellationToken);
        return new LockedImage(found.Digest, platforms, clock.GetUtcNow()) { Via = via?.Replica.ToString() };
    }

    /// <summary>What the name means now; null where nobody who may say so can be asked.</summary>
    internal async Task<Digest?> TryFindAsync(ImageReference image, CancellationToken cancellationToken)
    {
        try
        {
            return (await FindAsync(image, cancellationToken)).Found.Digest;
        }
        catch (KilnException)
        {
            // Only asked whether something newer is there: whatever keeps the answer away is told by who needs it.
            return null;
        }
    }

    async Task<(Descriptor Found, ImageReference Asked, Mirror? Via)> FindAsync(
        ImageReference image, CancellationToken cancellationToken)
    {
        foreach (var mirror in With(image, MirrorAuthority.Always))
        {
            if (await AskAsync(mirror, image, cancellationToken) is { } answer)
                return answer;
        }

        if (await reach.ObstacleAsync(image.Registry) is not { } obstacle)
            return (await client.FindManifestAsync(image, cancellationToken) ?? throw NotThere(image), image, null);
        foreach (var mirror in With(image, MirrorAuthority.WhenOriginIsSilent))
        {
            if (await AskAsync(mirror, image, cancellationToken) is { } answer)
                return answer;
        }

        throw new KilnException(
            ErrorCodes.InputUnavailable,
            $"What '{image.Familiar}' means cannot be found out: {obstacle}{await DescribeMirrorsAsync(image)}. Correct the name, try again where "
            + "the registry can be reached, or name a mirror whose word counts.");
    }

    async Task<(Descriptor, ImageReference, Mirror?)?> AskAsync(Mirror mirror, ImageReference image, CancellationToken cancellationToken)
    {
        var copy = mirror.Locate(image);
        return await reach.ObstacleAsync(copy.Registry) is null && await client.FindManifestAsync(copy, cancellationToken) is { } found
            ? (found, copy, mirror)
            : null;
    }

    async Task<string> DescribeMirrorsAsync(ImageReference image)
    {
        var words = new List<string>();
        foreach (var mirror in mirrors.Where(x => x.Origin == image.Registry))
        {
            words.Add(mirror.Authority == MirrorAuthority.BytesOnly ? $"; the word of the mirror {mirror.Replica} does not count"
                : await reach.ObstacleAsync(mirror.Replica.Registry) is { } obstacle ? $"; {obstacle}"
                : $"; the mirror {mirror.Replica} has no such image");
        }

        return string.Concat(words);
    }

    IEnumerable<Mirror> With(ImageReference image, MirrorAuthority authority) =>
        mirrors.Where(x => x.Origin == image.Registry && x.Authority == authority);

    static KilnException NotThere(ImageReference image) => new(
        ErrorCodes.NotInRegistry,
        $"The registry '{image.Registry}' has no '{image.Familiar}'. Check the name and the tag.");
}
