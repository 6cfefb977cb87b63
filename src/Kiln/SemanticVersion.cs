using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln;

/// <summary>A version by https://semver.org/spec/v2.0.0.html; a <c>v</c> before it is read and left out.</summary>
public sealed partial record SemanticVersion
{
    const string Number = "0|[1-9][0-9]*";
    const string Identifier = $"(?:{Number}|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";

    SemanticVersion(Match match)
    {
        (Major, Minor, Patch) = (match.Groups["major"].Value, match.Groups["minor"].Value, match.Groups["patch"].Value);
        (PreRelease, Metadata) = (match.Groups["pre"].Value, match.Groups["meta"].Value);
    }

    /// <summary>Digits without a leading zero, of any length.</summary>
    public string Major { get; }

    /// <inheritdoc cref="Major" />
    public string Minor { get; }

    /// <inheritdoc cref="Major" />
    public string Patch { get; }

    /// <summary><c>rc.1</c> of <c>1.4.2-rc.1</c>; empty for a release.</summary>
    public string PreRelease { get; }

    /// <summary><c>5</c> of <c>1.4.2+5</c>; empty where there is none.</summary>
    public string Metadata { get; }

    /// <summary>As a tag of an image, which may hold no <c>+</c>: it becomes <c>_</c>, as Helm does it.</summary>
    public string Tag => ToString().Replace('+', '_');

    /// <summary>
    /// Those that mean the newest of a line: <c>1.4</c> and <c>1</c>. None for a pre-release, and no <c>0</c>, since
    /// below 1.0 every minor version may break what was.
    /// </summary>
    public ValueList<string> ShorterTags =>
        PreRelease.Length > 0 ? [] : Major == "0" ? [$"0.{Minor}"] : [$"{Major}.{Minor}", Major];

    /// <summary>KILN1019 for what is no semantic version.</summary>
    public static SemanticVersion Parse(string text) => TryParse(text) ?? throw new KilnException(
        ErrorCodes.VersionInvalid,
        $"'{text}' is no semantic version. Write three numbers without leading zeros, as in 1.4.2, v1.4.2 or 1.4.2-rc.1.");

    /// <summary>Null for what is no semantic version.</summary>
    public static SemanticVersion? TryParse(string text) => Grammar().Match(text) is { Success: true } match ? new(match) : null;

    /// <summary>Without the <c>v</c>.</summary>
    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}{(PreRelease.Length > 0 ? "-" : "")}{PreRelease}{(Metadata.Length > 0 ? "+" : "")}{Metadata}";

    [GeneratedRegex(
        $@"\Av?(?<major>{Number})\.(?<minor>{Number})\.(?<patch>{Number})"
        + $@"(?:-(?<pre>{Identifier}(?:\.{Identifier})*))?(?:\+(?<meta>[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?\z")]
    private static partial Regex Grammar();
}
