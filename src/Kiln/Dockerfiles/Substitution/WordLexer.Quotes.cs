using System.Text;

namespace Kiln.Dockerfiles.Substitution;

sealed partial class WordLexer
{
    // Nothing is special in here, not even the escape.
    string? SingleQuoted()
    {
        _scanner.Next();
        var text = _scanner.TakeUntil('\'');
        return _scanner.Next() is null ? Fail("a single quote is not closed") : Quoted('\'', text);
    }

    string? DoubleQuoted()
    {
        _scanner.Next();
        var result = new StringBuilder();
        while (_scanner.Peek is { } next && next != '"')
        {
            if (DoubleQuotedPiece(next) is not { } piece)
                return null;
            result.Append(piece);
        }

        return _scanner.Next() is null ? Fail("a double quote is not closed") : Quoted('"', result.ToString());
    }

    string? DoubleQuotedPiece(char next)
    {
        if (next == '$')
            return Variable();
        if (_scanner.Next() != escape)
            return next.ToString();

        // As in a shell: before any other character the escape is a character itself. The one that ends the text has
        // nothing to escape, and the quote that is missing then is the error to tell. Where escapes are kept, BuildKit
        // writes the one that is none twice.
        var isEscape = _scanner.Peek is { } escaped && (escaped is '"' or '$' || escaped == escape);
        var character = isEscape ? _scanner.Next() : _scanner.Peek is null ? null : next;
        return _keepsEscapes ? $"{escape}{character}" : character.ToString();
    }

    string Escaped()
    {
        _scanner.Next();
        return _keepsEscapes ? $"{escape}{_scanner.Next()}" : _scanner.Next().ToString()!;
    }

    // The blanks between << and its delimiter do not separate words.
    string HereDocument()
    {
        _scanner.Next();
        if (_scanner.Peek is not '<')
            return "<";
        _scanner.Next();
        return $"<<{_scanner.TakeWhile(x => x.Value is '\t' or '\r' or ' ')}";
    }

    string Quoted(char quote, string text) =>
        quotes is QuoteHandling.Keep or QuoteHandling.KeepQuotes ? $"{quote}{text}{quote}" : text;
}
