using System.Text;

namespace Kiln.Agreement.Hadolint;

/// <summary>A word, a sign or a string of a Haskell file.</summary>
sealed record HaskellToken(string Text, bool IsString, int Line);

/// <summary>Cuts a Haskell file into what specs are made of: names, signs, and strings with their gaps closed.</summary>
static class HaskellTokens
{
    public static List<HaskellToken> Of(string text)
    {
        var tokens = new List<HaskellToken>();
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var start = at;
            if (string.CompareOrdinal(text, at, "--", 0, 2) == 0)
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (text[at] == '"')
                tokens.Add(new HaskellToken(ReadString(text, ref at), true, line));
            else if (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '?')
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '\'' or '?'))
                    at++;
                tokens.Add(new HaskellToken(text[start..at], false, line));
            }
            else if (string.CompareOrdinal(text, at, "<>", 0, 2) == 0)
            {
                at += 2;
                tokens.Add(new HaskellToken("<>", false, line));
            }
            else
            {
                if (!char.IsWhiteSpace(text[at]))
                    tokens.Add(new HaskellToken(text[at].ToString(), false, line));
                at++;
            }

            line += text.AsSpan(start, at - start).Count('\n');
        }

        return tokens;
    }

    // A backslash before white space begins a gap, which ends at the next backslash.
    static string ReadString(string text, ref int at)
    {
        var result = new StringBuilder();
        at++;
        while (at < text.Length && text[at] != '"')
            if (text[at] != '\\')
                result.Append(text[at++]);
            else if (char.IsWhiteSpace(text[at + 1]))
                at = text.IndexOf('\\', at + 1) + 1;
            else
            {
                result.Append(text[at + 1] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '&' => "", var other => other.ToString() });
                at += 2;
            }

        at++;
        return result.ToString();
    }
}
