using Kiln.Oci;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Remembers from what each finished layout was built.</summary>
/// <param name="folders">Where it remembers, and where images lie.</param>
/// <param name="receiptKey">The secret that receipts have to be signed with; null to believe them as they are.</param>
sealed class BuildMemory(BuildFolders folders, string? receiptKey)
{
    /// <summary>The receipt of an image that was built from just this and lies where it was left; null otherwise.</summary>
    internal Receipt? Find(ImageSpec image, Digest fingerprint)
    {
        var file = folders.FingerprintOf(image);
        if (!File.Exists(file) || File.ReadAllText(file).Split('\n') is not [var remembered, var digest, ..] || remembered != fingerprint.ToString())
            return null;
        try
        {
            var receipt = ReceiptFile.Read(folders.ReceiptOf(image));
            if (receipt is not null && receiptKey is not null)
                ReceiptSignature.Require(image.Name, folders.ReceiptOf(image), receiptKey);
            return receipt?.Digest.ToString() == digest && OciLayout.Open(folders.LayoutOf(image)).Root.Digest == receipt.Digest ? receipt : null;
        }
        catch (KilnException)
        {
            // A receipt or layout that cannot be read or trusted is not there for this purpose; the build makes new ones.
            return null;
        }
    }

    /// <summary>Written last, so that what it names is whole.</summary>
    internal void Remember(ImageSpec image, Digest fingerprint, Digest digest)
    {
        var file = folders.FingerprintOf(image);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"{fingerprint}\n{digest}\n");
    }
}
