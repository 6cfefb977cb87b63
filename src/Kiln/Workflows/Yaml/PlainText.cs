using System.Text.RegularExpressions;

namespace Kiln.Workflows.Yaml;

/// <summary>
/// What needs no quotes to be text. GitHub reads YAML 1.2 and GitLab 1.1, so that a text is only plain where both take it for one: no <c>on</c>,
/// no <c>1_000</c>, no <c>12:30</c>, no date.
/// </summary>
static partial class PlainText
{
    /// <summary>Whether both read it as text that is this, wherever it stands.</summary>
    internal static bool IsSafe(string text) => Allowed().IsMatch(text)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        // YamlDotNet takes a '*' behind a blank for an alias where the text is a name.
        && !text.Contains(" *", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && IsText(text);

    /// <summary>Whether it is text rather than a number, a date, a truth value or nothing, by YAML 1.1 as well as 1.2.</summary>
    internal static bool IsText(string text) => text.Length > 0 && !Word().IsMatch(text) && !Number().IsMatch(text) && !Date().IsMatch(text);

    // Starts with what starts nothing else, and goes on with printable characters of the basic plane; all others are escaped.
    [GeneratedRegex(@"^[A-Za-z0-9_./$(+~^;\\=<>-](?:[\x20-\x7E\u00A1-\u024F]*[\x21-\x7E\u00A1-\u024F])?$(?<!\A-)(?<!\A- .*)(?<!\A---.*)(?<!\A\.\.\..*)")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^(?:~|null|true|false|yes|no|on|off|y|n|<<|=)$", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    // https://yaml.org/type/int.html, float.html and the core schema of 1.2, and whatever begins like one.
    [GeneratedRegex(@"^[-+]?(?:\.?[0-9][0-9_.,:eExXoOa-fA-F+-]*|\.(?:inf|nan))$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // https://yaml.org/type/timestamp.html
    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}")]
    private static partial Regex Date();
}
