using Kiln.Primitives;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    const int LargestConfig = 16 * 1024 * 1024;

    /// <summary>
    /// The platforms that an image was made for: as its index says or, where there is none, as its config says.
    /// Attestations are no images. KILN2033 where something else stands there, KILN2034 for an index inside an index or an absurd config.
    /// </summary>
    public async Task<ValueList<Platform>> ReadPlatformsAsync(
        ImageReference image, CancellationToken cancellationToken = default)
    {
        var manifest = await GetManifestAsync(image, cancellationToken);
        if (!MediaTypes.IsIndex(manifest.Descriptor.MediaType))
            return [await ReadPlatformAsync(image, manifest, cancellationToken)];

        var platforms = new List<Platform>();
        foreach (var entry in manifest.ReadIndex().Manifests.Where(x => !x.IsAttestation))
            platforms.Add(await ReadPlatformAsync(image, entry, cancellationToken));
        return platforms.Distinct().ToValueList();
    }

    async Task<Platform> ReadPlatformAsync(ImageReference image, Descriptor entry, CancellationToken cancellationToken)
    {
        if (MediaTypes.IsIndex(entry.MediaType))
        {
            throw new RegistryException(
                ErrorCodes.ManifestTooLarge,
                $"The index of '{image}' lists another index ({entry.Digest}), which no engine follows. Name an image instead.",
                image.Registry);
        }

        return entry.Platform ?? await ReadPlatformAsync(
            image, await GetManifestAsync(image.WithDigest(entry.Digest), cancellationToken), cancellationToken);
    }

    async Task<Platform> ReadPlatformAsync(
        ImageReference image, RegistryManifest manifest, CancellationToken cancellationToken)
    {
        var config = manifest.ReadManifest().Config;
        if (!MediaTypes.IsConfig(config.MediaType))
            throw OciDocument.WrongKind($"The config of '{image}'", config.MediaType, "an image config");
        return (await ReadConfigAsync(image, config, cancellationToken)).Platform;
    }

    /// <summary>Reads an image's config. KILN2034 where it is absurdly large, KILN2032 where it is none.</summary>
    internal async Task<ImageConfig> ReadConfigAsync(ImageReference image, Descriptor config, CancellationToken cancellationToken)
    {
        if (config.Size > LargestConfig)
            throw TooLarge(image, config);
        using var bytes = new MemoryStream();
        await DownloadBlobAsync(image, config, bytes, cancellationToken);
        return OciDocument.ReadConfig(bytes.ToArray(), $"the config of '{image}'");
    }

    static RegistryException TooLarge(ImageReference image, Descriptor config) => new(
        ErrorCodes.ManifestTooLarge,
        $"The config of '{image}' has {config.Size} bytes; at most {LargestConfig} are read. It is no config of an image: name another image.",
        image.Registry);
}
