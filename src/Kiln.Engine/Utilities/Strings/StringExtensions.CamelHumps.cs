using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    // Words with a hump inside; they shape the names of command-line arguments, so the list is NUKE's.
    private static readonly string[] KnownWords =
    [
        "DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper",
        "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains",
    ];

    /// <summary>Splits before a capital that follows a small letter, and around the excluded words, which stay whole.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var start = 0;
        for (var i = 0; i < str.Length;)
        {
            var word = exclusions.Where(x => StartsAt(str, i, x)).MaxBy(x => x.Length);
            var isHump = word is not null || (i > 0 && char.IsLower(str[i - 1]) && char.IsUpper(str[i]));
            if (isHump && i > 0)
            {
                yield return str[start..i];
                start = i;
            }

            i += Math.Max(1, word?.Length ?? 0);
        }

        yield return str[start..];
    }

    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(KnownWords);

    public static string ReplaceKnownWords(this string str) =>
        KnownWords.Aggregate(str, (text, word) => text.ReplaceRegex(word, _ => word, RegexOptions.IgnoreCase));

    private static bool StartsAt(string str, int index, string word) =>
        word.Length > 0 && str.AsSpan(index).StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
