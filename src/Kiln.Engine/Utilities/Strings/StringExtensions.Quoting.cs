namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static string DoubleQuote(this string? str) => Quote(str, "\"");

    public static string SingleQuote(this string? str) => Quote(str, "'");

    public static string DoubleQuoteIfNeeded(this string? str) => str.DoubleQuoteIfNeeded(' ');

    /// <summary>Quotes text that has one of the characters and is not quoted yet; blank text becomes empty.</summary>
    public static string DoubleQuoteIfNeeded(this string? str, params char?[] disallowed) =>
        QuoteIfNeeded(str, "\"", disallowed);

    public static string SingleQuoteIfNeeded(this string? str) => str.SingleQuoteIfNeeded(' ');

    /// <summary>Quotes text that has one of the characters and is not quoted yet; blank text becomes empty.</summary>
    public static string SingleQuoteIfNeeded(this string? str, params char?[] disallowed) =>
        QuoteIfNeeded(str, "'", disallowed);

    public static bool IsDoubleQuoted(this string str) => IsQuoted(str, "\"");

    public static bool IsSingleQuoted(this string str) => IsQuoted(str, "'");

    public static string TrimMatchingDoubleQuotes(this string str) => TrimMatchingQuotes(str, "\"");

    public static string TrimMatchingSingleQuotes(this string str) => TrimMatchingQuotes(str, "'");

    private static string Quote(string? str, string quote) => quote + str?.Replace(quote, "\\" + quote) + quote;

    private static string QuoteIfNeeded(string? str, string quote, char?[] disallowed)
    {
        if (string.IsNullOrWhiteSpace(str))
            return "";
        var isFine = IsQuoted(str, quote) || !disallowed.Any(x => x is { } character && str.Contains(character));
        return isFine ? str : Quote(str, quote);
    }

    private static bool IsQuoted(string str, string quote) =>
        str.StartsWith(quote, StringComparison.Ordinal) && str.EndsWith(quote, StringComparison.Ordinal);

    private static string TrimMatchingQuotes(string str, string quote) =>
        str.Length >= 2 && IsQuoted(str, quote) ? str[1..^1] : str;
}
