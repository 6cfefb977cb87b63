using System.Text;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>Goes through a text character by character.</summary>
sealed class WordScanner(string text)
{
    // BuildKit reads with Go's text/scanner, which passes over a byte order mark.
    int _at = text.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The next character, or null at the end.</summary>
    public char? Peek => _at < text.Length ? text[_at] : null;

    /// <summary>Takes the next character, or null at the end.</summary>
    public char? Next() => _at < text.Length ? text[_at++] : null;

    /// <summary>Takes the next characters as long as they are of a kind; halves of characters are none.</summary>
    public string TakeWhile(Func<Rune, bool> isOfKind)
    {
        var start = _at;
        while (HasRune(out var rune) && isOfKind(rune))
            _at += rune.Utf16SequenceLength;
        return text[start.._at];
    }

    /// <summary>Takes all up to a character, or all there is.</summary>
    public string TakeUntil(char character)
    {
        var start = _at;
        _at = text.IndexOf(character, start) is var end and >= 0 ? end : text.Length;
        return text[start.._at];
    }

    bool HasRune(out Rune rune)
    {
        rune = default;
        return _at < text.Length && Rune.TryGetRuneAt(text, _at, out rune);
    }
}
