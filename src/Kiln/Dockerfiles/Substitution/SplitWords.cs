using System.Text;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>Collects words out of pieces of text.</summary>
sealed class SplitWords
{
    readonly List<string> _words = [];
    readonly StringBuilder _pending = new();

    /// <summary>Blanks in this piece end a word.</summary>
    public void Add(string piece)
    {
        foreach (var character in piece)
            if (char.IsWhiteSpace(character))
                EndWord();
            else
                _pending.Append(character);
    }

    /// <summary>Blanks in this piece are part of the word.</summary>
    public void AddWhole(string piece) => _pending.Append(piece);

    /// <summary>Loses the word that was begun.</summary>
    public void Forget() => _pending.Clear();

    /// <summary>All words, the last one ended.</summary>
    public IReadOnlyList<string> End()
    {
        EndWord();
        return _words;
    }

    void EndWord()
    {
        if (_pending.Length > 0)
            _words.Add(_pending.ToString());
        _pending.Clear();
    }
}
