using System.Globalization;
using System.Text;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary><c>3&lt;&lt;-"EOF"</c> taken apart; where it stands is counted in the joined line.</summary>
sealed record HeredocWord(int Start, int Length, int? FileDescriptor, bool StripsTabs, string Name, bool IsExpanded)
{
    /// <summary>Null for a word that opens none, for instance <c>&lt;&lt;&lt;text</c> or <c>a&lt;&lt;b</c>.</summary>
    public static HeredocWord? TryParse(string line, int start, int end)
    {
        var word = line.AsSpan(start, end - start);
        var arrows = word.IndexOfAnyExceptInRange('0', '9');
        if (arrows < 0 || !word[arrows..].StartsWith("<<"))
            return null;

        var rest = word[(arrows + 2)..];
        var stripsTabs = rest.StartsWith('-');
        rest = (stripsTabs ? rest[1..] : rest).TrimStart();
        if (rest.Contains('<') || Unquote(rest, out var isQuoted) is not { Length: > 0 } name)
            return null;

        int? descriptor = int.TryParse(word[..arrows], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        return new HeredocWord(start, end - start, descriptor, stripsTabs, name, !isQuoted);
    }

    // The escape is always a backslash here, whatever the file's own is. That quotes are closed, the scanner has seen.
    static string Unquote(ReadOnlySpan<char> text, out bool isQuoted)
    {
        var result = new StringBuilder();
        char? quote = null;
        isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var current = text[at];
            if (current == quote)
                quote = null;
            else if (quote is null && current is '\'' or '"')
                (quote, isQuoted) = (current, true);
            else if (current == '\\' && quote is null && ++at == text.Length)
                break;
            else if (current == '\\' && quote == '"' && at + 1 < text.Length && text[at + 1] is '"' or '$' or '\\')
                result.Append(text[++at]);
            else
                result.Append(text[at]);
        }

        return result.ToString();
    }
}
