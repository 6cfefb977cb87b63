namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static bool EqualsAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        others.Any(str.EqualsOrdinalIgnoreCase);

    public static bool EqualsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) =>
        others.Any(str.EqualsOrdinalIgnoreCase);

    public static bool ContainsAnyOrdinalIgnoreCase(this IEnumerable<string> str, params string[] others) =>
        others.Any(x => str.Contains(x, StringComparer.OrdinalIgnoreCase));

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        others.Any(str.ContainsOrdinalIgnoreCase);

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) =>
        others.Any(str.ContainsOrdinalIgnoreCase);

    public static bool StartsWithAny(this string str, params string[] others) => others.Any(str.StartsWith);

    public static bool StartsWithAny(this string str, IEnumerable<string> others) => others.Any(str.StartsWith);

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        others.Any(str.StartsWithOrdinalIgnoreCase);

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) =>
        others.Any(str.StartsWithOrdinalIgnoreCase);

    public static bool EndsWithAny(this string str, params string[] others) => others.Any(str.EndsWith);

    public static bool EndsWithAny(this string str, IEnumerable<string> others) => others.Any(str.EndsWith);

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        others.Any(str.EndsWithOrdinalIgnoreCase);

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) =>
        others.Any(str.EndsWithOrdinalIgnoreCase);
}
