using System.Security.Cryptography;
using System.Text;

namespace Kiln.Engine.Parameters;

/// <summary>
/// The first version of secrets in parameter files: <c>v1:</c> and the base64 of AES-256-CBC with a key from a
/// password.
/// </summary>
static class SecretEncryption
{
    const string Version = "v1:";
    const int KeySize = 32;
    const int BlockSize = 16;

    static readonly byte[] Salt =
        [0x49, 0x76, 0x61, 0x6e, 0x20, 0x4d, 0x65, 0x64, 0x76, 0x65, 0x64, 0x65, 0x76];

    /// <summary>
    /// Throws <see cref="CryptographicException"/> for a wrong password, <see cref="FormatException"/> for other
    /// text.
    /// </summary>
    public static string Decrypt(string text, string password)
    {
        if (!text.StartsWith(Version, StringComparison.Ordinal))
            throw new FormatException($"An encrypted value starts with '{Version}'.");

        using var aes = Aes.Create();
        var derived = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password), Salt, iterations: 10_000, HashAlgorithmName.SHA256, KeySize + BlockSize);
        aes.Key = derived[..KeySize];
        var plain = aes.DecryptCbc(Convert.FromBase64String(text[Version.Length..]), derived[KeySize..]);
        return Encoding.UTF8.GetString(plain);
    }
}
