using Kiln.Oci;

namespace Kiln.Receipts;

/// <summary>A layout on disk and the receipt that vouches for it.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Receipt">What DockerBuild wrote down about it.</param>
public sealed record VouchedLayout(OciLayout Layout, Receipt Receipt)
{
    /// <summary>
    /// Reads both and recomputes every digest. KILN1031 where there is no receipt, KILN2031 for a damaged layout, KILN2035 where the two
    /// are about different images.
    /// </summary>
    /// <param name="image">Its name, for messages.</param>
    /// <param name="layoutFolder">Where the layout lies.</param>
    /// <param name="receiptFile">Where the receipt lies.</param>
    /// <param name="key">The secret that the receipt has to be signed with (KILN4008); null to believe it as it is.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<VouchedLayout> OpenAsync(
        string image, string layoutFolder, string receiptFile, string? key, CancellationToken cancellationToken)
    {
        var receipt = ReceiptFile.Read(receiptFile) ?? throw new KilnException(
            ErrorCodes.ImageNotBuilt,
            $"Image '{image}' has no receipt at '{receiptFile}'. Run DockerBuild first; only what it left is scanned and pushed.");
        if (key is not null)
            ReceiptSignature.Require(image, receiptFile, key);
        var layout = OciLayout.Open(layoutFolder);
        await layout.VerifyAsync(cancellationToken);
        return layout.Root.Digest == receipt.Digest
            ? new VouchedLayout(layout, receipt)
            : throw new KilnException(
                ErrorCodes.LayoutDiffers,
                $"Image '{image}': its receipt says {receipt.Digest} and its layout holds {layout.Root.Digest}. Nothing of it is scanned or pushed; run DockerBuild again.");
    }
}
