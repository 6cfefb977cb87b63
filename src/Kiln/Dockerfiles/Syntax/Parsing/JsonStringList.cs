using System.Globalization;
using System.Text;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads <c>["a", "b"]</c> and keeps where each string stands, which readers of JSON forget.</summary>
sealed class JsonStringList(LogicalText list)
{
    readonly string _text = list.Text;
    int _at;

    /// <summary>The decoded strings, or null for anything else.</summary>
    public IReadOnlyList<Word>? Read()
    {
        var items = new List<Word>();
        if (!Take('['))
            return null;
        if (Take(']'))
            return AtEnd() ? items : null;

        do
        {
            SkipBlanks();
            var start = _at;
            if (ReadString() is not { } item)
                return null;
            items.Add(new Word(item, list.SpanOf(start, _at - start)));
        }
        while (Take(','));

        return Take(']') && AtEnd() ? items : null;
    }

    string? ReadString()
    {
        if (_at >= _text.Length || _text[_at] != '"')
            return null;

        var result = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] >= ' '; _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return Repair(result.ToString());
            }

            if (_text[_at] != '\\')
                result.Append(_text[_at]);
            else if (ReadEscape() is { } escaped)
                result.Append(escaped);
            else
                return null;
        }

        return null;
    }

    // Leaves the position on the last character of the escape.
    char? ReadEscape()
    {
        if (++_at >= _text.Length)
            return null;

        switch (_text[_at])
        {
            case '"' or '\\' or '/':
                return _text[_at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < _text.Length:
                var digits = _text.AsSpan(_at + 1, 4);
                _at += 4;
                return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, null, out var code) ? (char)code : null;
            default:
                return null;
        }
    }

    // Halves of a pair stand for nothing; Go puts the replacement character there.
    static string Repair(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes());

    bool Take(char expected)
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    bool AtEnd()
    {
        SkipBlanks();
        return _at == _text.Length;
    }

    void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
    }
}
