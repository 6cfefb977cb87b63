using Kiln.Primitives;

namespace Kiln.Linting.Shell;

/// <summary>Finds the commands of a script (POSIX.1-2017, XCU 2, and what bash adds): their words, and what joins them.</summary>
sealed partial class ShellParser(string text, Func<int, int, SourceSpan> spanOf)
{
    static readonly string[] Reserved = ["if", "then", "elif", "else", "fi", "while", "until", "do", "done", "{", "}", "!"];

    List<ShellCommand> _commands = [];
    readonly Queue<(string Name, bool StripsTabs)> _documents = [];
    readonly List<ShellWord> _words = [];
    int _at;
    int _cases;
    bool _isPattern;
    bool _isInBackquotes;
    string _connector = "";

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<ShellCommand> Commands => _commands;

    public bool HasPipes { get; private set; }

    public void Parse()
    {
        ParseUntil('\0');
        // Commands in a word end before the one that the word belongs to.
        _commands = [.. _commands.OrderBy(x => x.NameWord.Span.Start)];
    }

    /// <summary>Reads commands up to a closing character, which is passed.</summary>
    /// <param name="closing">A parenthesis or a backquote; zero for the end of the text.</param>
    /// <param name="connector">What joins the first of them to what stands before.</param>
    void ParseUntil(char closing, string connector = "")
    {
        var outer = (_words.ToArray(), _connector, _cases, _isPattern, _isInBackquotes);
        _words.Clear();
        (_connector, _cases, _isPattern, _isInBackquotes) = (connector, 0, false, closing == '`');
        while (_at < text.Length && !IsClosed(closing))
            Step();
        EndCommand("");
        _words.AddRange(outer.Item1);
        (_, _connector, _cases, _isPattern, _isInBackquotes) = outer;
    }

    bool IsClosed(char closing)
    {
        if (text[_at] != closing || (closing == ')' && _isPattern))
            return false;
        _at++;
        return true;
    }

    void Step()
    {
        switch (text[_at])
        {
            case ' ' or '\t' or '\r':
                _at++;
                break;
            case '\\' when _at + 1 < text.Length && text[_at + 1] is '\n' or '\r':
                _at += 2;
                break;
            case '#':
                _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
                break;
            case '\n':
                _at++;
                EndCommand("\n");
                SkipDocuments();
                break;
            case '(':
                OpenParenthesis();
                break;
            case ')':
                // The end of a pattern of a case; anything else would be an error of syntax.
                _words.Clear();
                _isPattern = false;
                _at++;
                break;
            case ';' or '&' or '|':
                Operator();
                break;
            case '<' or '>':
                Redirection();
                break;
            default:
                ReadWord();
                break;
        }
    }

    void OpenParenthesis()
    {
        _at++;
        if (_words.Count > 0 && _at < text.Length && text[_at] == ')')
        {
            // A function: its name is not run here, its body is what counts.
            _words.Clear();
            _at++;
            return;
        }

        if (!_isPattern)
            ParseUntil(')', _connector);
    }

    void Operator()
    {
        if (text[_at] == '&' && _at + 1 < text.Length && text[_at + 1] == '>')
        {
            Redirection();
            return;
        }

        var start = _at;
        while (_at < text.Length && _at - start < 2 && text[_at] is ';' or '&' or '|')
            _at++;
        var connector = text[start.._at];
        HasPipes |= connector is "|" or "|&" && !_isPattern;
        EndCommand(connector);
        _isPattern |= connector == ";;" && _cases > 0;
    }

    void ReadWord()
    {
        var start = _at;
        var word = new ShellWord(ReadText(), spanOf(start, _at - start));
        var isFirst = _words.Count == 0;
        if (isFirst && Reserved.Contains(word.Text) && text.AsSpan(start, _at - start).SequenceEqual(word.Text))
            return;
        if (isFirst && word.Text == "[[")
            SkipTest();
        else if (isFirst && word.Text == "case")
            SkipCaseHead();
        else if (isFirst && word.Text == "esac" && _cases > 0)
            (_cases, _isPattern) = (_cases - 1, false);
        else if (isFirst && word.Text is "for" or "select")
            SkipToListEnd();
        else if (isFirst && word.Text == "function")
            ReadName();
        else if (!(isFirst && IsAssignment(word.Text)))
            _words.Add(word);
    }

    void EndCommand(string connector)
    {
        // A line may end behind a connector; then that is what joins.
        if (connector == "\n" && _words.Count == 0)
            return;
        if (_words.Count > 0 && !_isPattern)
            _commands.AddRange(Wrappers.Unwrap(new ShellCommand(_words[0], [.. _words.Skip(1)], _connector)));
        _words.Clear();
        _connector = connector;
    }

    static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=');
        var name = equals > 0 ? word[..equals].TrimEnd('+') : "";
        return name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(x => char.IsAsciiLetterOrDigit(x) || x == '_');
    }
}
