using System.Text;
using Kiln.Primitives;

namespace Kiln.Oci;

public sealed partial class OciLayout
{
    /// <summary>
    /// A layout of one of its manifests only, in a new folder, for tools that take the first image they find. Blobs are linked, not copied.
    /// </summary>
    internal OciLayout LinkManifest(Descriptor manifest, string folder)
    {
        var documents = ReadManifest(manifest);
        foreach (var blob in documents.Layers.Prepend(documents.Config).Prepend(manifest).DistinctBy(x => x.Digest))
        {
            if (FindSizeProblem(blob) is { } problem)
                throw Damaged([problem]);
            var link = Path.Combine(folder, "blobs", blob.Digest.Algorithm, blob.Digest.Hex);
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            HardLink.Create(BlobPath(blob.Digest), link);
        }

        var index =
            $$"""{"schemaVersion":2,"manifests":[{"mediaType":"{{manifest.MediaType}}","digest":"{{manifest.Digest}}","size":{{manifest.Size}}}]}""";
        File.WriteAllText(Path.Combine(folder, "index.json"), index, new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""", new UTF8Encoding(false));
        return Open(folder);
    }
}
