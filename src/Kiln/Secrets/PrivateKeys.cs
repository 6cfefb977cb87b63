using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Keys by what stands at their beginning: a certificate is public, also in a file called <c>.pem</c> or <c>.key</c>.</summary>
static partial class PrivateKeys
{
    internal static FileVerdict? Judge(string head) => Marks().IsMatch(head) ? FileVerdict.Secret("a private key") : null;

    // Their content is not to be known without their password.
    internal static FileVerdict KeyStore(string _) => FileVerdict.Doubtful("certificates, perhaps with a private key");

    // RFC 7468, OpenSSH's PROTOCOL.key, PuTTY's own form, OpenPGP's armour (RFC 9580).
    [GeneratedRegex("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|^PuTTY-User-Key-File-")]
    private static partial Regex Marks();
}
