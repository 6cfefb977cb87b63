using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Utilities;

/// <summary>The everyday questions to text and small changes of it.</summary>
public static partial class StringExtensions
{
    public static bool IsNullOrEmpty([NotNullWhen(false)] this string? str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace([NotNullWhen(false)] this string? str) => string.IsNullOrWhiteSpace(str);

    public static string? ToNullIfEmpty(this string? str) => str.IsNullOrEmpty() ? null : str;

    public static string? ToNullIfWhiteSpace(this string? str) => str.IsNullOrWhiteSpace() ? null : str;

    public static string Append(this string str, string appendText) => str + appendText;

    public static string Prepend(this string str, string prependText) => prependText + str;

    public static string Repeat(this char ch, int count) => new(ch, count);

    public static string Indent(this string text, int count) => ' '.Repeat(count) + text;

    public static string Capitalize(this string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Truncate(this string str, int maxChars) =>
        str.Length <= maxChars ? str : str[..maxChars] + "…";

    public static string EscapeBraces(this string? str) =>
        str.IsNullOrWhiteSpace() ? "" : str.Replace("{", "{{").Replace("}", "}}");
}
