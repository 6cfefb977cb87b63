using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.Substitution;

sealed partial class ShellPattern
{
    // Go counts code points, .NET halves of them.
    const string AnyCharacter = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\uD800-\uDFFF])";

    static Regex? Compile(string pattern, bool isGreedy, bool isAnchored)
    {
        var expression = new StringBuilder(isAnchored ? @"\A" : "");
        var scanner = new WordScanner(pattern);
        while (scanner.Next() is { } next)
        {
            var isEscape = next == '\\';
            if (isEscape && scanner.Peek is ('}' or '/'))
                continue; // escaped for the sake of the ${…} around the pattern, to which it is a character

            var literal = isEscape ? scanner.Next() : next;
            if (isEscape && literal is not ('*' or '?' or '\\'))
                return null;

            expression.Append(next switch
            {
                '*' => isGreedy ? $"{AnyCharacter}*" : $"{AnyCharacter}*?",
                '?' => AnyCharacter,
                _ => Regex.Escape($"{literal}"),
            });
        }

        // Dockerfiles come from anywhere, and *a*a*a* would keep an engine that backtracks busy for ever.
        return new Regex(expression.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    static string Reverse(string text) => string.Concat(Characters(text).Reverse());

    // An escape stays before what it escapes. One at the very end gets to the start and escapes there, as in BuildKit.
    static string ReversePattern(string pattern)
    {
        var characters = Characters(pattern).ToArray();
        var units = new List<string>();
        for (var i = 0; i < characters.Length; i++)
            units.Add(characters[i] == @"\" && i + 1 < characters.Length ? $@"\{characters[++i]}" : characters[i]);
        return string.Concat(Enumerable.Reverse(units));
    }

    static IEnumerable<string> Characters(string text)
    {
        for (var i = 0; i < text.Length; i++)
            yield return char.IsSurrogatePair(text, i) ? $"{text[i]}{text[++i]}" : $"{text[i]}";
    }
}
