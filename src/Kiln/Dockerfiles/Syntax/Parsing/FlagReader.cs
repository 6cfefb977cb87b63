namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Takes the words that begin with <c>--</c> from the front of a text. Quotes and escapes are resolved at once, in
/// single quotes too; a lone <c>--</c> ends the flags and belongs to nobody.
/// </summary>
sealed class FlagReader(string source, LogicalText line, char escape)
{
    readonly string _text = line.Text;
    List<Flag>? _flags;
    int _at;

    /// <summary>Reads from an offset on, and tells where the arguments begin.</summary>
    public (IReadOnlyList<Flag> Flags, int End) Read(int start)
    {
        for (_at = start; ;)
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
                _at++;
            if (!_text.AsSpan(_at).StartsWith("--"))
                return (_flags ?? [], _at);

            var begin = _at;
            var word = ReadWord();
            if (word.Text == "--")
                return (_flags ?? [], _at);
            (_flags ??= []).Add(new Flag(word, line.SpanOf(begin, _at - begin)));
        }
    }

    LogicalText ReadWord()
    {
        var end = _at;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
            if (_text[end] is var current && (current is '\'' or '"' || current == escape))
                return ReadQuotedWord();
            else
                end++;

        // Most flags are plain, and a plain word is a part of the line as it is.
        (var start, _at) = (_at, end);
        return line.Slice(start, end - start);
    }

    LogicalText ReadQuotedWord()
    {
        var word = new LogicalTextBuilder(source, line.SourceOf(_at));
        char? quote = null;
        for (; _at < _text.Length && (quote is not null || !char.IsWhiteSpace(_text[_at])); _at++)
        {
            var current = _text[_at];
            if (current == quote)
                quote = null;
            else if (quote is null && current is '\'' or '"')
                quote = current;
            else if (current != escape)
                word.Append(line.SourceOf(_at), 1);
            else if (_at + 1 < _text.Length)
                word.Append(line.SourceOf(++_at), 1);
        }

        return word.Build();
    }
}
