using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// The name of some bytes by their content, as <c>sha256:</c> and 64 hex digits. Two equal digests are the same bytes.
/// The grammar is that of the OCI image specification 1.1 with its two registered algorithms, sha256 and sha512.
/// </summary>
[JsonConverter(typeof(TextConverter<Digest>))]
public sealed partial record Digest : IParsable<Digest>
{
    Digest(string algorithm, string hex) => (Algorithm, Hex) = (algorithm, hex);

    /// <summary><c>sha256</c> or <c>sha512</c>.</summary>
    public string Algorithm { get; }

    /// <summary>The lowercase digits behind the colon: 64 or 128 of them.</summary>
    public string Hex { get; }

    /// <summary>The first twelve digits: enough for a person, never for a comparison.</summary>
    public string Short => Hex[..12];

    /// <summary>Reads <c>algorithm:hex</c>; anything else is KILN1010.</summary>
    public static Digest Parse(string text) =>
        Read(text, out var digest) is { } problem
            ? throw new KilnException(ErrorCodes.InvalidDigest, problem)
            : digest!;

    /// <summary>Reads <c>algorithm:hex</c> where failing is an answer.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest) =>
        Read(text, out digest) is null;

    /// <summary>The form that manifests and registries use, for example <c>sha256:e3b0…</c>.</summary>
    public override string ToString() => $"{Algorithm}:{Hex}";

    static Digest IParsable<Digest>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Digest>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Digest result) =>
        TryParse(s, out result);

    static string? Read(string? text, out Digest? digest)
    {
        digest = null;
        var colon = text?.IndexOf(':') ?? -1;
        if (text is null || colon < 0)
            return $"'{text}' is not a digest: write the algorithm, a colon and the hex digits, as in "
                + "sha256:<64 hex digits>.";

        var (algorithm, hex) = (text[..colon], text[(colon + 1)..]);
        if (LengthOf(algorithm) is not { } length)
            return $"'{text}' is not a digest: the algorithm '{algorithm}' is not known; the known ones are "
                + "sha256 and sha512.";
        if (hex.Length != length)
            return $"'{text}' is not a digest: {algorithm} has {length} hex digits, here are {hex.Length}.";
        if (!hex.All(char.IsAsciiHexDigitLower))
            return $"'{text}' is not a digest: only the digits 0 to 9 and a to f, in lower case, may follow "
                + $"'{algorithm}:'.";

        digest = new Digest(algorithm, hex);
        return null;
    }

    static int? LengthOf(string algorithm) => algorithm switch
    {
        "sha256" => 64,
        "sha512" => 128,
        _ => null,
    };
}
