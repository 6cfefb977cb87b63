using System.Text;
using Kiln.Locking.Restoring;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Agreement.Speed;

/// <summary>Times pinning ten images with thirty references on a registry: with no lock, and with a full one.</summary>
static class RestoreSpeed
{
    const int Images = 10;
    const int ReferencesEach = 3;

    public static async Task PrintAsync(string registry)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-restore-speed-");
        var place = $"{registry}/speed{Guid.NewGuid():N}";
        await PublishAsync(place);
        var request = new RestoreRequest
        {
            Images = Enumerable.Range(0, Images).Select(x => Describe(folder.FullName, place, x)).ToValueList(),
            Root = folder.FullName,
            LockFile = Path.Combine(folder.FullName, "kiln.lock"),
        };

        foreach (var kind in new[] { "no lock", "full lock", "full lock" })
        {
            var inputs = await new InputRestorer(new CommandRunner()).RestoreAsync(request, CancellationToken.None);
            Console.WriteLine($"restore-speed: {inputs.Count} references of {Images} images, {kind}: {inputs.Duration.TotalSeconds:F2} s");
        }

        folder.Delete(recursive: true);
    }

    static ImageSpec Describe(string folder, string place, int image)
    {
        var context = Directory.CreateDirectory(Path.Combine(folder, $"image{image}")).FullName;
        var lines = Enumerable.Range(0, ReferencesEach).Select(x => $"FROM {place}/base{image}:{x} AS stage{x}\n");
        var copies = Enumerable.Range(0, ReferencesEach - 1).Select(x => $"COPY --from=stage{x} /file /file{x}\n");
        File.WriteAllText(Path.Combine(context, "Dockerfile"), string.Concat(lines.Concat(copies)));
        return new ImageSpec($"image{image}", context);
    }

    static async Task PublishAsync(string place)
    {
        using var client = new RegistryClient();
        for (var image = 0; image < Images; image++)
        {
            for (var tag = 0; tag < ReferencesEach; tag++)
                await PublishAsync(client, ImageReference.Parse($"{place}/base{image}:{tag}"));
        }
    }

    static async Task PublishAsync(RegistryClient client, ImageReference image)
    {
        var config = Encoding.UTF8.GetBytes($$$"""{"os":"linux","architecture":"amd64","config":{"Labels":{"tag":"{{{image}}}"}},"rootfs":{"type":"layers","diff_ids":[]}}""");
        var blob = new Descriptor { MediaType = MediaTypes.OciConfig, Digest = Digest.OfBytes(config), Size = config.Length };
        await client.UploadBlobAsync(image, blob, () => new MemoryStream(config));
        var manifest = Encoding.UTF8.GetBytes(
            $$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.OciManifest}}","config":{"mediaType":"{{blob.MediaType}}","digest":"{{blob.Digest}}","size":{{blob.Size}}},"layers":[]}""");
        await client.PutManifestAsync(image, MediaTypes.OciManifest, manifest);
    }
}
