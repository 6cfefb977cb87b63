using Kiln.Receipts;
using static Kiln.Tests.Buildx.ReceiptSamples;

namespace Kiln.Tests.Receipts;

public sealed class ReceiptSignatureTests : IDisposable
{
    const string Key = "0123456789abcdef0123456789abcdef";

    readonly TemporaryFolder _folder = new();

    public ReceiptSignatureTests() => ReceiptFile.Write(File, Receipt("api", Platform(Kiln.Platform.LinuxAmd64, Layer(1, 1, "COPY a b"))));

    string File => _folder["api.receipt.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_signed_receipt_is_believed_and_an_edited_one_is_refused_with_both_digests()
    {
        ReceiptSignature.Write(File, Key);
        ReceiptSignature.Require("api", File, Key);
        var signed = Digest.OfBytes(System.IO.File.ReadAllBytes(File));
        System.IO.File.AppendAllText(File, " ");
        var edited = Digest.OfBytes(System.IO.File.ReadAllBytes(File));

        var refusal = Assert.Throws<KilnException>(() => ReceiptSignature.Require("api", File, Key));

        Assert.Equal(ErrorCodes.ReceiptSignatureInvalid, refusal.Code);
        Assert.Contains($"it was signed as {signed}, and is {edited}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_signs_with_a_digest_of_the_message_or_with_another_secret()
    {
        ReceiptSignature.Write(File, Key);
        var signature = _folder["api.receipt.sig"];
        var mac = System.IO.File.ReadAllText(signature).Split(' ')[1];
        System.IO.File.AppendAllText(File, " ");
        System.IO.File.WriteAllText(signature, $"{Digest.OfBytes(System.IO.File.ReadAllBytes(File))} {mac}");

        var forged = Assert.Throws<KilnException>(() => ReceiptSignature.Require("api", File, Key));
        ReceiptSignature.Write(File, Key);
        var other = Assert.Throws<KilnException>(() => ReceiptSignature.Require("api", File, new string('k', 32)));

        Assert.Contains("was not made with this build's secret", forged.Message, StringComparison.Ordinal);
        Assert.Contains("was not made with this build's secret", other.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(mac.Trim(), forged.Message + other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_signature_and_a_short_secret_are_told()
    {
        Assert.Contains("there is no signature", Assert.Throws<KilnException>(() => ReceiptSignature.Require("api", File, Key)).Message, StringComparison.Ordinal);
        Assert.Contains("has 5 characters, and 32 are needed", Assert.Throws<KilnException>(() => ReceiptSignature.Write(File, "short")).Message, StringComparison.Ordinal);
    }
}
