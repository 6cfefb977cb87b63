using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// What an image runs on: operating system, processor and, for some processors, a variant. Spellings that mean the
/// same are made one as containerd does, so <c>linux/arm64/v8</c> equals <c>linux/arm64</c>.
/// </summary>
[JsonConverter(typeof(PlatformConverter))]
public sealed partial record Platform : IParsable<Platform>
{
    /// <summary>
    /// Any platform at all, also one that <see cref="Parse(string)"/> does not know; only the form is checked.
    /// </summary>
    public Platform(string os, string architecture, string? variant = null)
    {
        foreach (var part in variant is null ? [os, architecture] : new[] { os, architecture, variant })
            if (FormProblem(part) is { } problem)
                throw new KilnException(ErrorCodes.InvalidPlatform, problem);
        (Os, Architecture, Variant) = Normalize(os, architecture, variant);
    }

    /// <summary>As Go names it: <c>linux</c>, <c>windows</c>.</summary>
    public string Os { get; }

    /// <summary>As Go names it: <c>amd64</c>, <c>arm64</c>.</summary>
    public string Architecture { get; }

    /// <summary>For example <c>v7</c>; null where the processor's usual variant is meant.</summary>
    public string? Variant { get; }

    /// <summary>
    /// Reads <c>os/architecture</c> or <c>os/architecture/variant</c>; KILN1011 unless it is one of <see
    /// cref="Known"/>.
    /// </summary>
    public static Platform Parse(string text) =>
        Read(text, out var platform) is { } problem
            ? throw new KilnException(ErrorCodes.InvalidPlatform, problem)
            : platform!;

    /// <summary>Reads a known platform where failing is an answer.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Platform? platform) =>
        Read(text, out platform) is null;

    /// <summary>For example <c>linux/arm/v7</c>.</summary>
    public override string ToString() => Variant is null ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";

    static Platform IParsable<Platform>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Platform>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Platform result) =>
        TryParse(s, out result);

    static string? Read(string? text, out Platform? platform)
    {
        platform = null;
        var parts = (text ?? "").Split('/');
        if (parts.Length is < 2 or > 3 || parts.Any(part => FormProblem(part) is not null))
            return $"'{text}' is not a platform: write os/architecture or os/architecture/variant. {KnownOnes}";

        var read = new Platform(parts[0], parts[1], parts.ElementAtOrDefault(2));
        if (!Known.Contains(read))
            return $"'{text}' is not a known platform. {KnownOnes}";

        platform = read;
        return null;
    }

    static string KnownOnes => $"Known are: {string.Join(", ", Known)}.";

    // Names of folders are made of them.
    const int LongestPart = 64;

    static string? FormProblem(string part) =>
        part.Length is > 0 and <= LongestPart && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? null
            : $"'{(part.Length <= LongestPart ? part : part[..LongestPart] + "…")}' cannot be a part of a platform: letters, digits, '_', '-' and '.' "
                + $"are allowed, and 1 to {LongestPart} of them are needed.";
}
