namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    /// <summary>Splits before each character that the predicate (character, position) names; it is kept on demand.</summary>
    public static IEnumerable<string> Split(
        this string str,
        Func<char, int, bool> predicate,
        bool includeSplitCharacter = false)
    {
        var start = 0;
        for (var i = 0; i < str.Length; i++)
        {
            if (!predicate.Invoke(str[i], i))
                continue;
            yield return str[start..i];
            start = includeSplitCharacter ? i : i + 1;
        }

        yield return str[start..];
    }

    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n", "\n"], options);

    public static string[] SplitParagraphs(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n\r\n", "\n\n"], options);
}
