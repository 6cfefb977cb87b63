namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Cuts at white space outside quotes. In single quotes an escape is a character like any other; the quotes may begin
/// and end inside a word, and need not end at all. A lone escape at the very end is dropped, as BuildKit does.
/// </summary>
static class WordSplitter
{
    public static List<(int Start, int Length)> Split(string text, char escape)
    {
        var words = new List<(int Start, int Length)>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            at = EndOfWord(text, start, escape, out var end);
            if (end > start)
                words.Add((start, end - start));
        }

        return words;
    }

    static int EndOfWord(string text, int start, char escape, out int end)
    {
        char? quote = null;
        for (var at = start; ; at++)
        {
            end = at;
            if (at >= text.Length || (quote is null && char.IsWhiteSpace(text[at])))
                return at;

            var current = text[at];
            if (current == escape && quote != '\'')
            {
                if (at + 1 == text.Length)
                    return text.Length;
                at++;
            }
            else if (quote is null && current is '\'' or '"')
                quote = current;
            else if (current == quote)
                quote = null;
        }
    }
}
