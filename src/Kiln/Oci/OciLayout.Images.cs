using Kiln.Primitives;

namespace Kiln.Oci;

public sealed partial class OciLayout
{
    /// <summary>
    /// The image for each platform, in the index's order, without attestations. Layers are unpacked to be measured and
    /// compared with the config, unless <paramref name="memo"/> remembers them; that costs seconds for large ones.
    /// </summary>
    public async Task<IReadOnlyList<LayoutImage>> ReadImagesAsync(
        ILayerSizeMemo? memo = null, CancellationToken cancellationToken = default)
    {
        var images = new List<LayoutImage>();
        foreach (var manifest in ReadImageManifests())
            images.Add(await ReadImageAsync(manifest, memo ?? new NoLayerSizeMemo(), cancellationToken));
        return images;
    }

    /// <summary>What the image is for, in the index's order, as its configs say; no layer is read.</summary>
    public ValueList<Platform> ReadPlatforms() => ReadConfigs().Select(x => x.Platform).ToValueList();

    /// <summary>What each platform's config is for, and the digest by which scanners know it; no layer is read.</summary>
    internal IEnumerable<(Platform Platform, Digest Digest)> ReadConfigs() => ReadImageManifests()
        .Select(x => ReadManifest(x).Config)
        .Select(x => (ReadConfig(x).Platform, x.Digest));

    IEnumerable<Descriptor> ReadImageManifests() =>
        ReadContents().Manifests.Where(x => MediaTypes.IsManifest(x.MediaType) && !x.IsAttestation);

    async Task<LayoutImage> ReadImageAsync(
        Descriptor descriptor, ILayerSizeMemo memo, CancellationToken cancellationToken)
    {
        var manifest = ReadManifest(descriptor);
        var config = ReadConfig(manifest.Config);
        if (config.DiffIds.Count != manifest.Layers.Count)
            throw Damaged([$"{descriptor.Digest} has {manifest.Layers.Count} layers and its config names "
                + $"{config.DiffIds.Count}"]);

        var instructions = LayerHistory.Instructions(config);
        var layers = new LayoutLayer[manifest.Layers.Count];
        await Parallel.ForEachAsync(manifest.Layers.Index(), cancellationToken, async (layer, token) =>
            layers[layer.Index] = await ReadLayerAsync(
                layer.Item, config.DiffIds[layer.Index], instructions[layer.Index], memo, token));

        return new LayoutImage
        {
            Platform = config.Platform,
            ManifestDigest = descriptor.Digest,
            ConfigDigest = manifest.Config.Digest,
            Config = config,
            Layers = layers.ToValueList(),
        };
    }

    async Task<LayoutLayer> ReadLayerAsync(
        Descriptor layer, Digest diffId, string? instruction, ILayerSizeMemo memo, CancellationToken cancellationToken)
    {
        if (memo.Find(layer.Digest) is not { } unpacked)
        {
            await using var stream = OpenBlob(layer);
            unpacked = await LayerUnpacking.MeasureAsync(stream, layer, BlobPath(layer.Digest), cancellationToken);
            memo.Remember(layer.Digest, unpacked);
        }

        return unpacked.DiffId == diffId
            ? new LayoutLayer
            {
                Digest = layer.Digest,
                DiffId = diffId,
                CompressedSize = layer.Size,
                UnpackedSize = unpacked.Size,
                Instruction = instruction,
            }
            : throw new KilnException(
                ErrorCodes.UnreadableLayer,
                $"The layer {layer.Digest} in '{Folder}' unpacks to {unpacked.DiffId}, and the image's config "
                + $"says {diffId}. "
                + "Build the image again; engines refuse to run this one.");
    }
}
