namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static string TrimStart(this string str, string trim) =>
        str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    public static string TrimEnd(this string str, string trim) =>
        str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>Leaves one of each run of repetitions.</summary>
    public static string TrimToOne(this string str, string trim)
    {
        while (str.Contains(trim + trim, StringComparison.Ordinal))
            str = str.Replace(trim + trim, trim);
        return str;
    }

    public static string TrimWhitespaces(this string str) => str.Replace("\r", "").Replace("\n", "").TrimToOne(" ");
}
