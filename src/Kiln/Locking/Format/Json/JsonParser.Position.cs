using System.Globalization;
using System.Text;

namespace Kiln.Locking.Format.Json;

sealed partial class JsonParser
{
    char? Peek() => _position < _text.Length ? _text[_position] : null;

    /// <summary>The next character that is no blank; null at the end.</summary>
    char? Next()
    {
        for (; Peek() is ' ' or '\t' or '\r' or '\n'; _position++)
            if (_text[_position] == '\n')
                (_line, _lineStart) = (_line + 1, _position + 1);
        return Peek();
    }

    bool Skip(char wanted)
    {
        if (Next() != wanted)
            return false;
        _position++;
        return true;
    }

    JsonSyntaxException Unexpected(string expected) =>
        new(_line, _position - _lineStart + 1, $"expected {expected}, found {Found}");

    string Found => Peek() switch
    {
        null => "the end of the file",
        '\r' or '\n' => "the end of the line",
        { } c when char.IsControl(c) || !Rune.TryGetRuneAt(_text, _position, out _) =>
            string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)c:X4}"),
        _ => $"'{Rune.GetRuneAt(_text, _position)}'",
    };
}
