using System.Security.Cryptography;

namespace Kiln;

public sealed partial record Digest
{
    /// <summary>The sha256 digest of these bytes.</summary>
    public static Digest OfBytes(ReadOnlySpan<byte> bytes) => OfSha256(SHA256.HashData(bytes));

    /// <summary>The sha256 digest of what is left in a stream, which is read to its end and stays open.</summary>
    public static async Task<Digest> OfStreamAsync(Stream stream, CancellationToken cancellationToken = default) =>
        OfSha256(await SHA256.HashDataAsync(stream, cancellationToken));

    /// <summary>
    /// The digest of what is left in a stream by this digest's own algorithm, so that the two can be compared.
    /// </summary>
    public async Task<Digest> RecomputeAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var hash = Algorithm == "sha512"
            ? await SHA512.HashDataAsync(stream, cancellationToken)
            : await SHA256.HashDataAsync(stream, cancellationToken);
        return new Digest(Algorithm, Convert.ToHexStringLower(hash));
    }

    /// <summary>The digest of these bytes by this digest's own algorithm, so that the two can be compared.</summary>
    public Digest Recompute(ReadOnlySpan<byte> bytes) => new(
        Algorithm, Convert.ToHexStringLower(Algorithm == "sha512" ? SHA512.HashData(bytes) : SHA256.HashData(bytes)));

    static Digest OfSha256(byte[] hash) => new("sha256", Convert.ToHexStringLower(hash));
}
