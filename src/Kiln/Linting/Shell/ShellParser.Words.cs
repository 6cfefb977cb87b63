using System.Text;

namespace Kiln.Linting.Shell;

sealed partial class ShellParser
{
    const string EndsWord = " \t\r\n;&|<>()";

    /// <summary>A word without its quotes. Commands in it are read on the way.</summary>
    string ReadText()
    {
        var result = new StringBuilder();
        var start = _at;
        while (_at < text.Length && !EndsWord.Contains(text[_at]) && !(_isInBackquotes && text[_at] == '`'))
            ReadPart(result);
        // A stray character that nothing else takes must not stop the reader.
        if (_at == start)
            result.Append(text[_at++]);
        return result.ToString();
    }

    void ReadPart(StringBuilder result)
    {
        switch (text[_at])
        {
            case '\\':
                Escaped(result);
                break;
            case '\'':
                SingleQuoted(result);
                break;
            case '"':
                DoubleQuoted(result);
                break;
            case '$' or '`':
                Expansion(result);
                break;
            default:
                result.Append(text[_at++]);
                break;
        }
    }

    void Escaped(StringBuilder result)
    {
        _at++;
        if (_at >= text.Length)
            return;
        if (text[_at] != '\n')
            result.Append(text[_at]);
        _at++;
    }

    void SingleQuoted(StringBuilder result)
    {
        var end = text.IndexOf('\'', _at + 1) is var found and >= 0 ? found : text.Length;
        result.Append(text, _at + 1, Math.Max(0, end - _at - 1));
        _at = Math.Min(end + 1, text.Length);
    }

    void DoubleQuoted(StringBuilder result)
    {
        _at++;
        while (_at < text.Length && text[_at] != '"')
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\' or '$' or '`' or '\n')
                Escaped(result);
            else if (text[_at] is '$' or '`')
                Expansion(result);
            else
                result.Append(text[_at++]);
        _at = Math.Min(_at + 1, text.Length);
    }

    /// <summary>A variable or a command that is put in: kept as written, its commands read.</summary>
    void Expansion(StringBuilder result)
    {
        var start = _at;
        if (text[_at] == '`')
        {
            _at++;
            ParseUntil('`');
        }
        else if (Follows("$(("))
            SkipArithmetic();
        else if (Follows("$("))
        {
            _at += 2;
            ParseUntil(')');
        }
        else if (Follows("${"))
            SkipBraces();
        else if (Follows("$'"))
        {
            _at++;
            SingleQuoted(result);
            return;
        }
        else
            _at++;
        result.Append(text, start, _at - start);
    }

    bool Follows(string expected) => string.CompareOrdinal(text, _at, expected, 0, expected.Length) == 0;

    void SkipArithmetic()
    {
        var depth = 0;
        do
        {
            depth += text[_at] switch { '(' => 1, ')' => -1, _ => 0 };
            _at++;
        }
        while (_at < text.Length && (depth > 0 || text[_at - 1] == '$'));
    }

    void SkipBraces()
    {
        var ignored = new StringBuilder();
        _at += 2;
        while (_at < text.Length && text[_at] != '}')
            ReadPart(ignored);
        _at = Math.Min(_at + 1, text.Length);
    }
}
