namespace Kiln.Oci;

/// <summary>
/// Reads the JSON documents of the OCI image specification 1.1. <c>place</c> says in messages where the bytes came
/// from.
/// </summary>
static partial class OciDocument
{
    /// <summary>
    /// Registries refuse larger manifests; the distribution specification 1.1 asks for at least this much.
    /// </summary>
    public const int LargestManifest = 4 * 1024 * 1024;

    public static ImageIndex ReadIndex(ReadOnlySpan<byte> json, string place)
    {
        var index = Read(json, OciJson.Default.WireIndex, place);
        // Bytes that can be read as an index and as an image mean different things to different tools: CVE-2021-41190.
        var isImage = index.Config is not null || index.Layers is not null;
        if (isImage || (index.MediaType is { } type && !MediaTypes.IsIndex(type)))
            throw WrongKind(place, index.MediaType, "an image index");
        return Within(place, () => index.ToIndex());
    }

    public static ImageManifest ReadManifest(ReadOnlySpan<byte> json, string place)
    {
        var manifest = Read(json, OciJson.Default.WireManifest, place);
        if (manifest.Manifests is not null || (manifest.MediaType is { } type && !MediaTypes.IsManifest(type)))
            throw WrongKind(place, manifest.MediaType, "an image manifest");
        return Within(place, () => manifest.ToManifest());
    }

    public static ImageConfig ReadConfig(ReadOnlySpan<byte> json, string place)
    {
        var config = Read(json, OciJson.Default.WireConfig, place);
        return Within(place, () => config.ToConfig());
    }
}
