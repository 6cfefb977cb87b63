using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Locking;
using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>From which image one was made, and how much of it that is.</summary>
sealed class ImageBases(BuildRequest request, IReadOnlyDictionary<string, Digest> announced)
{
    /// <summary>Null where the Dockerfile or the history does not tell, and for an image that is made from nothing.</summary>
    internal BaseReceipt? Of(ImageSpec image, LayoutImage built)
    {
        var dockerfile = image.ParseDockerfile();
        var first = ImageTargets.Of(image, dockerfile, request.Images, request.Engine.Platform).First(x => x.Stage == image.Stage);
        if (ImageOrigin.Of(dockerfile, first with { Platform = built.Platform }) is not { Base: { } name } origin || BaseShare.LayersOf(built.Config, origin) is not { } count)
            return null;
        var layers = built.Layers.Take(count).ToArray();
        return new BaseReceipt(name, layers.Length, layers.Sum(x => x.CompressedSize), layers.Sum(x => x.UnpackedSize))
        {
            Digest = DigestOf(image, name),
        };
    }

    // An image of the build that was skipped has its receipt from before.
    Digest? DigestOf(ImageSpec image, string name) => request.Images.FirstOrDefault(x => x.Name == name) is { } sibling
        ? announced.GetValueOrDefault(BakePlan.NameOf(sibling)) ?? ReceiptFile.Read(request.Folders.ReceiptOf(sibling))?.Digest
        : InputsOf(image).FirstOrDefault(x => x.Name == name) is { } input && Digest.TryParse(input.Pin, out var digest) ? digest : null;

    ValueList<LockedInput> InputsOf(ImageSpec image) => request.Inputs.GetValueOrDefault(image.Name);
}
