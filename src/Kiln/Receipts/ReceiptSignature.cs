using System.Security.Cryptography;
using System.Text;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>
/// A receipt's signature, for receipts that cross a border between CI jobs: <c>&lt;name&gt;.receipt.sig</c> beside it, its digest and an
/// HMAC-SHA256 (RFC 2104) of that digest under a secret that all jobs of the pipeline have. Messages name digests and never a MAC that would be
/// right: logs are read by those who must not sign.
/// </summary>
static class ReceiptSignature
{
    // As many characters as 128 bits have in hexadecimal digits; whoever can pull artifacts can try secrets for as long as he likes.
    const int ShortestKey = 32;

    /// <summary>Signs a receipt as it lies there. KILN4008 for a secret that is too short.</summary>
    internal static void Write(string receiptFile, string key)
    {
        var digest = Digest.OfBytes(File.ReadAllBytes(receiptFile));
        WholeFile.Write(FileOf(receiptFile), $"{digest} {Mac(digest, key)}\n");
    }

    /// <summary>KILN4008 for a receipt that was not signed with this secret, or was changed since.</summary>
    internal static void Require(string image, string receiptFile, string key)
    {
        var digest = Digest.OfBytes(File.ReadAllBytes(receiptFile));
        var file = FileOf(receiptFile);
        if (!File.Exists(file))
            throw Invalid(image, $"there is no signature at '{file}', and this build was given a secret to check one");
        if (File.ReadAllText(file).Split(' ', '\n') is not [var signed, var mac, ..] || !Digest.TryParse(signed, out var vouched))
            throw Invalid(image, $"its signature at '{file}' cannot be read");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac(vouched, key))))
            throw Invalid(image, $"its signature of {vouched} was not made with this build's secret");
        if (vouched != digest)
            throw Invalid(image, $"it was signed as {vouched}, and is {digest}");
    }

    static string FileOf(string receiptFile) => Path.ChangeExtension(receiptFile, ".sig");

    /// <summary>KILN4008 for a secret that is too short.</summary>
    internal static void RequireKey(string key)
    {
        if (key.Length >= ShortestKey)
            return;
        throw new KilnException(
            ErrorCodes.ReceiptSignatureInvalid,
            $"The secret for receipts has {key.Length} characters, and {ShortestKey} are needed. 'openssl rand -hex 32' makes one.");
    }

    static string Mac(Digest digest, string key)
    {
        RequireKey(key);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(digest.ToString())));
    }

    static KilnException Invalid(string image, string what) => new(
        ErrorCodes.ReceiptSignatureInvalid,
        $"Image '{image}': its receipt is not to be trusted: {what}. Nothing of it is scanned or pushed; run DockerBuild and Scan again, with the same "
        + "secret as here.");
}
