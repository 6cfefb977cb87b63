namespace Kiln.Oci;

public sealed partial class OciLayout
{
    static byte[] ReadFile(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw NotALayout(folder, Directory.Exists(folder) ? $"it has no file '{name}'" : "there is no such folder");
        return new FileInfo(path).Length is var size and > OciDocument.LargestManifest
            ? throw OciDocument.TooLarge(path, size)
            : File.ReadAllBytes(path);
    }

    static KilnException NotALayout(string folder, string reason) => new(
        ErrorCodes.NotALayout,
        $"'{folder}' is not an OCI layout: {reason}. Build the image first, or name the folder that holds "
        + "'oci-layout'.");

    KilnException NotOneImage() => new(
        ErrorCodes.NotOneImage,
        $"'{Folder}' holds {Index.Manifests.Count} images, and exactly one is needed: "
        + $"[{string.Join(", ", Index.Manifests.Select(manifest => manifest.Digest))}]. Build one image into "
        + "one folder.");

    KilnException Damaged(IReadOnlyList<string> problems) => new(
        ErrorCodes.LayoutDamaged,
        $"The OCI layout '{Folder}' is damaged: {string.Join("; ", problems)}. Build the image again; nothing "
        + "of it may be pushed.");

    static string SizeDiffers(Descriptor expected, long actual) =>
        $"{expected.Digest} should have {expected.Size} bytes and has {actual}";

    static string DigestDiffers(Descriptor expected, Digest actual) =>
        $"the file of {expected.Digest} has the digest {actual}";
}
