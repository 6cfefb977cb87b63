using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Values that stand for a secret without being one: a variable that is filled in elsewhere, a word for people.</summary>
static partial class Placeholder
{
    internal static bool Is(string value) => Pattern().IsMatch(value.Trim().Trim('"', '\''));

    [GeneratedRegex(
        @"^(?:|\$\{[^}]*\}|\$\w+|%\w+%|<[^>]*>|\{\{.*\}\}|[x*.\-]+|change[-_ ]?me|todo|placeholder|example|secret|password|none|null|true|false|yes|no|on|off|your[-_ ].*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
