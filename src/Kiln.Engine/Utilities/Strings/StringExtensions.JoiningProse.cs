namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    /// <summary><c>a or b</c>, <c>a, b, or c</c>.</summary>
    public static string JoinCommaOr(this IEnumerable<string?> values) => JoinAsProse([.. values], "or");

    /// <summary><c>a and b</c>, <c>a, b, and c</c>.</summary>
    public static string JoinCommaAnd(this IEnumerable<string?> values) => JoinAsProse([.. values], "and");

    /// <summary>One value a line, with the line breaks of the platform that is given, else of this machine.</summary>
    public static string JoinNewLine(this IEnumerable<string?> values, PlatformFamily? platformFamily = null) =>
        values.Join(LineBreakOf(platformFamily));

    /// <summary>One value a paragraph: an empty line lies between them.</summary>
    public static string JoinParagraph(this IEnumerable<string?> values, PlatformFamily? platformFamily = null) =>
        values.Join(LineBreakOf(platformFamily) + LineBreakOf(platformFamily));

    private static string JoinAsProse(string?[] values, string conjunction) => values switch
    {
        [var first, var last] => $"{first} {conjunction} {last}",
        [.. var others, var last] when others.Length > 0 => $"{others.JoinCommaSpace()}, {conjunction} {last}",
        _ => values.JoinCommaSpace(),
    };

    private static string LineBreakOf(PlatformFamily? platformFamily) => platformFamily switch
    {
        null => Environment.NewLine,
        PlatformFamily.Windows => "\r\n",
        _ => "\n",
    };
}
