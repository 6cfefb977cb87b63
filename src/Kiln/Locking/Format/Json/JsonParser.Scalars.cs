using System.Globalization;
using System.Text;

namespace Kiln.Locking.Format.Json;

sealed partial class JsonParser
{
    JsonPart.Text ReadText()
    {
        var start = _position++;
        var value = new StringBuilder();
        while (Peek() is var c && c != '"')
        {
            if (c is null or < ' ')
                throw Unexpected("'\"' at the end of the text");
            value.Append(c == '\\' ? ReadEscape() : c.Value);
            _position++;
        }

        _position++;
        return new JsonPart.Text(_line, value.ToString(), _text[start.._position]);
    }

    char ReadEscape()
    {
        _position++;
        return Peek() switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCodeUnit(),
            _ => throw Unexpected("one of \" \\ / b f n r t u behind '\\'"),
        };
    }

    char ReadCodeUnit()
    {
        var start = _position + 1;
        for (var i = 0; i < 4; i++)
        {
            _position++;
            if (Peek() is not { } c || !char.IsAsciiHexDigit(c))
                throw Unexpected("four hex digits behind '\\u'");
        }

        return (char)ushort.Parse(_text.AsSpan(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    JsonPart.Plain ReadNumber()
    {
        var start = _position;
        if (Peek() == '-')
            _position++;
        if (Peek() == '0')
            _position++;
        else
            ReadDigits();
        if (Peek() == '.')
        {
            _position++;
            ReadDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            _position++;
            if (Peek() is '+' or '-')
                _position++;
            ReadDigits();
        }

        return new JsonPart.Plain(_line, _text[start.._position]);
    }

    void ReadDigits()
    {
        if (Peek() is not (>= '0' and <= '9'))
            throw Unexpected("a digit");
        while (Peek() is >= '0' and <= '9')
            _position++;
    }

    JsonPart.Plain ReadWord(string word)
    {
        foreach (var c in word)
        {
            if (Peek() != c)
                throw Unexpected($"the word {word}");
            _position++;
        }

        return new JsonPart.Plain(_line, word);
    }
}
