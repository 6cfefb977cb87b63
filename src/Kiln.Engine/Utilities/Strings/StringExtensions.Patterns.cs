using System.Globalization;
using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static string ReplaceRegex(
        this string str,
        string pattern,
        MatchEvaluator matchEvaluator,
        RegexOptions options = RegexOptions.None) =>
        Regex.Replace(str, pattern, matchEvaluator, options);

    public static int IndexOfRegex(this string text, string expression) => Regex.Match(text, expression).Index;

    /// <summary>Turns escapes such as <c>\u00e4</c> into the characters that they mean.</summary>
    public static string ReplaceUnicode(this string str) =>
        str.ReplaceRegex(
            @"\\u([0-9a-fA-F]{4})",
            x => ((char)int.Parse(x.Groups[1].Value, NumberStyles.HexNumber)).ToString());
}
