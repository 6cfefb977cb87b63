namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static string Join(this IEnumerable<string?> enumerable, string? separator) =>
        string.Join(separator, enumerable);

    public static string Join(this IEnumerable<string?> enumerable, char separator) =>
        string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string?> values) => values.Join(' ');

    public static string JoinDash(this IEnumerable<string?> values) => values.Join('-');

    public static string JoinUnderscore(this IEnumerable<string?> values) => values.Join('_');

    public static string JoinAmpersand(this IEnumerable<string?> values) => values.Join('&');

    public static string JoinSemicolon(this IEnumerable<string?> values) => values.Join(';');

    public static string JoinSlash(this IEnumerable<string?> values) => values.Join('/');

    public static string JoinBackslash(this IEnumerable<string?> values) => values.Join('\\');

    public static string JoinDot(this IEnumerable<string?> values) => values.Join('.');

    public static string JoinComma(this IEnumerable<string?> values) => values.Join(',');

    public static string JoinCommaSpace(this IEnumerable<string?> values) => values.Join(", ");
}
