namespace Kiln.Linting.Shell;

/// <summary>What is not a command: redirections, documents in place, heads of loops.</summary>
sealed partial class ShellParser
{
    void Redirection()
    {
        // The number of a file stands directly before it: 2>file.
        if (_at > 0 && char.IsAsciiDigit(text[_at - 1]) && _words.Count > 0 && _words[^1].Text is [>= '0' and <= '9'])
            _words.RemoveAt(_words.Count - 1);

        var start = _at;
        while (_at < text.Length && text[_at] is '<' or '>' or '&' or '|')
            _at++;
        var sign = text[start.._at];
        if (_at < text.Length && text[_at] == '(' && sign is "<" or ">")
        {
            _at++;
            ParseUntil(')');
            return;
        }

        var stripsTabs = sign == "<<" && _at < text.Length && text[_at] == '-';
        if (stripsTabs)
            _at++;
        var target = ReadName();
        if (sign == "<<" && target.Length > 0)
            _documents.Enqueue((target, stripsTabs));
    }

    string ReadName()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
            _at++;
        return _at < text.Length && !EndsWord.Contains(text[_at]) ? ReadText() : "";
    }

    void SkipDocuments()
    {
        while (_documents.TryDequeue(out var document))
            while (_at < text.Length)
            {
                var end = text.IndexOf('\n', _at) is var found and >= 0 ? found : text.Length;
                var line = text[_at..end].TrimEnd('\r');
                _at = Math.Min(end + 1, text.Length);
                if ((document.StripsTabs ? line.TrimStart('\t') : line) == document.Name)
                    break;
            }
    }

    /// <summary>What bash tests, up to the closing brackets; commands in it are read.</summary>
    void SkipTest()
    {
        while (_at < text.Length)
            if (EndsWord.Contains(text[_at]))
                _at++;
            else if (ReadText() == "]]")
                return;
    }

    /// <summary>What is compared, up to the <c>in</c> behind which patterns stand.</summary>
    void SkipCaseHead()
    {
        while (_at < text.Length && text[_at] is not (';' or '\n') && ReadName() is { Length: > 0 } word)
            if (word == "in")
            {
                (_cases, _isPattern) = (_cases + 1, true);
                return;
            }
    }

    /// <summary>Names and values of a loop, up to the end of their line; commands in them are read.</summary>
    void SkipToListEnd()
    {
        while (_at < text.Length && text[_at] is not (';' or '\n'))
            if (ReadName() is "do")
                return;
            else if (_at < text.Length && EndsWord.Contains(text[_at]) && text[_at] is not (';' or '\n' or ' ' or '\t'))
                _at++;
    }
}
