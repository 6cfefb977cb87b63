namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Finds the words of a line that open heredocs, by the rules of BuildKit's shell lexer: quotes, escapes and
/// <c>${…}</c> are skipped as it skips them, and where it gives up (an open quote, a substitution that it does not
/// know), none is found.
/// </summary>
sealed class HeredocScanner(string line)
{
    readonly List<HeredocWord> _found = [];
    readonly Stack<char> _awaited = []; // what closes the quotes and substitutions that are open, the innermost on top
    int _at;
    int _wordStart = -1;
    bool _hasModifier; // BuildKit loses what stands before a modifier in its word, so that no << is seen

    public static IReadOnlyList<HeredocWord> Find(string line) =>
        line.Contains("<<", StringComparison.Ordinal) ? new HeredocScanner(line).Scan() : [];

    IReadOnlyList<HeredocWord> Scan()
    {
        while (_at < line.Length)
            if (!Step(line[_at]))
                return [];
        EndWord();
        return _awaited.Count == 0 ? _found : [];
    }

    bool Step(char current)
    {
        if (_awaited.TryPeek(out var awaited) && current == awaited)
        {
            _awaited.Pop();
            _at++;
            return true;
        }

        if (_awaited.Count == 0 && char.IsWhiteSpace(current))
        {
            EndWord();
            _at++;
            return true;
        }

        if (_wordStart < 0)
            _wordStart = _at;
        return awaited == '"' ? StepInQuotes(current) : StepOutside(current);
    }

    bool StepInQuotes(char current)
    {
        if (current == '$')
            return SkipDollar();
        _at += current == '\\' && _at + 1 < line.Length && line[_at + 1] is '"' or '$' or '\\' ? 2 : 1;
        return true;
    }

    bool StepOutside(char current)
    {
        switch (current)
        {
            case '$':
                return SkipDollar();
            case '\'':
                _at = line.IndexOf('\'', _at + 1) + 1;
                return _at > 0;
            case '"':
                _awaited.Push('"');
                _at++;
                return true;
            case '\\':
                _at = Math.Min(_at + 2, line.Length);
                return true;
            case '<' when line.AsSpan(_at).StartsWith("<<"):
                _at += 2;
                while (_at < line.Length && line[_at] is ' ' or '\t' or '\r') // the name may stand apart
                    _at++;
                return true;
            default:
                _at++;
                return true;
        }
    }

    bool SkipDollar()
    {
        if (ShellSubstitution.Skip(line, ref _at) is not { } awaited)
            return false;
        foreach (var character in awaited)
            _awaited.Push(character);
        _hasModifier |= awaited.Length > 0;
        return true;
    }

    void EndWord()
    {
        if (_wordStart >= 0 && !_hasModifier && HeredocWord.TryParse(line, _wordStart, _at) is { } word)
            _found.Add(word);
        (_wordStart, _hasModifier) = (-1, false);
    }
}
