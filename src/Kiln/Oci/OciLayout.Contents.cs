using Kiln.Primitives;

namespace Kiln.Oci;

public sealed partial class OciLayout
{
    // An image is an index of manifests. Indexes of indexes are allowed by the specification and used by nobody deeper.
    const int DeepestIndex = 4;

    /// <summary>Follows the image from <see cref="Root"/> to the last layer, reading manifests but no layer.</summary>
    public LayoutContents ReadContents() => Collect([Root]);

    LayoutContents Collect(IEnumerable<Descriptor> roots)
    {
        var blobs = new Dictionary<Digest, Descriptor>();
        var manifests = new Dictionary<Digest, Descriptor>();
        foreach (var root in roots)
            Visit(root, DeepestIndex);
        return new LayoutContents { Blobs = blobs.Values.ToValueList(), Manifests = manifests.Values.ToValueList() };

        void Visit(Descriptor descriptor, int depth)
        {
            if (depth == 0)
                throw TooDeep(descriptor);
            if (manifests.ContainsKey(descriptor.Digest))
                return;
            if (MediaTypes.IsIndex(descriptor.MediaType))
                foreach (var child in ReadIndex(descriptor).Manifests)
                    Visit(child, depth - 1);
            else if (ReadManifest(descriptor) is var manifest)
                foreach (var blob in manifest.Layers.Prepend(manifest.Config))
                    blobs.TryAdd(blob.Digest, blob);
            manifests.Add(descriptor.Digest, descriptor);
        }
    }

    KilnException TooDeep(Descriptor descriptor) => new(
        ErrorCodes.ManifestTooLarge,
        $"The indexes in '{Folder}' are nested deeper than {DeepestIndex} levels, down to {descriptor.Digest}. "
        + "No builder makes such images: build it again.");
}
