using System.Text;
using Kiln.Oci;
using Kiln.Oci.Registries;

namespace Kiln.Agreement.Speed;

/// <summary>Images of two platforms without layers, the platforms in their configs only: what takes longest to look up.</summary>
static class SampleImages
{
    public static async Task PushAsync(RegistryClient client, ImageReference image)
    {
        var entries = new List<string>();
        foreach (var architecture in new[] { "amd64", "arm64" })
            entries.Add(Text(await PushManifestAsync(client, image, architecture)));
        var index = Bytes($$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.OciIndex}}","manifests":[{{string.Join(',', entries)}}]}""");
        await client.PutManifestAsync(image, MediaTypes.OciIndex, index);
    }

    static async Task<Descriptor> PushManifestAsync(RegistryClient client, ImageReference image, string architecture)
    {
        var config = Bytes(
            $$"""{"os":"linux","architecture":"{{architecture}}","author":"{{image}}","rootfs":{"type":"layers","diff_ids":[]} }""");
        var blob = Of(MediaTypes.OciConfig, config);
        await client.UploadBlobAsync(image, blob, () => new MemoryStream(config));
        var manifest = Bytes(
            $$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.OciManifest}}","config":{{Text(blob)}},"layers":[]}""");
        var descriptor = Of(MediaTypes.OciManifest, manifest);
        await client.PutManifestAsync(image.WithoutTagAndDigest().WithDigest(descriptor.Digest), MediaTypes.OciManifest, manifest);
        return descriptor;
    }

    static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    static Descriptor Of(string mediaType, byte[] bytes) => new() { MediaType = mediaType, Digest = Digest.OfBytes(bytes), Size = bytes.Length };

    static string Text(Descriptor blob) => $$"""{"mediaType":"{{blob.MediaType}}","digest":"{{blob.Digest}}","size":{{blob.Size}}}""";
}
