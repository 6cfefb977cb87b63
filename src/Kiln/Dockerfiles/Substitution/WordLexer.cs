using System.Text;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>Reads one word. A method that answers null has failed and left its reason in <see cref="Error"/>.</summary>
sealed partial class WordLexer(
    string word, VariableLookup variables, char escape, QuoteHandling quotes, UnsetVariables unset)
{
    // Each level costs a few stack frames; Go's stack grows, ours ends the process.
    const int DeepestNesting = 200;

    readonly WordScanner _scanner = new(word);
    readonly SplitWords _words = new();
    bool _keepsEscapes;
    int _depth;

    public string? Error { get; private set; }

    public IReadOnlyList<string> Words => _words.End();

    public string? Expand() => ExpandUntil(null, quotes is QuoteHandling.Keep);

    string? ExpandUntil(char? stop, bool keepsEscapes)
    {
        var (result, keptEscapes) = (new StringBuilder(), _keepsEscapes);
        _keepsEscapes = keepsEscapes;
        while (_scanner.Peek is { } next && next != stop)
        {
            var (piece, isWhole) = Piece(next);
            if (piece is null)
                return null;

            result.Append(piece);
            if (stop is null && isWhole)
                _words.AddWhole(piece);
            else if (stop is null)
                _words.Add(piece);
        }

        _keepsEscapes = keptEscapes;
        return stop is null || _scanner.Next() is not null ? result.ToString() : Missing(stop.Value);
    }

    string? ExpandNested(char stop, bool keepsEscapes = false)
    {
        // All levels of BuildKit's lexer write their words into one buffer, which each empties first: of a${x:-b}c only
        // "bc" is left where a text is split. That is a fault of theirs, but it is what they build.
        _words.Forget();
        if (_depth == DeepestNesting)
            return Fail($"it nests more than {DeepestNesting} substitutions");

        _depth++;
        var result = ExpandUntil(stop, keepsEscapes);
        _depth--;
        return result;
    }

    (string? Piece, bool IsWhole) Piece(char next) => next switch
    {
        '$' => (Variable(), false),
        '<' => (HereDocument(), true),
        '\'' when quotes is not QuoteHandling.Ignore => (SingleQuoted(), true),
        '"' when quotes is not QuoteHandling.Ignore => (DoubleQuoted(), true),
        _ when next == escape => (Escaped(), true),
        _ => (_scanner.Next().ToString(), false),
    };

    string? Missing(char character) => Fail($"a '{character}' is missing");

    string? Fail(string error)
    {
        Error ??= error;
        return null;
    }
}
