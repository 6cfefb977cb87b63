namespace Kiln.Agreement.Hadolint;

/// <summary>Reads the verdicts of one of hadolint's specs (github.com/hadolint/hadolint, test/Hadolint/Rule).</summary>
sealed class HadolintSpec
{
    const string OfShellCheck = "ShellcheckSpec.hs";

    readonly string _name;
    readonly List<HaskellToken> _tokens;
    readonly Dictionary<string, string[]> _lists = [];
    readonly Dictionary<string, string> _texts = [];
    bool _isConfigured;
    int _at;

    HadolintSpec(string path) => (_name, _tokens) = (Path.GetFileName(path), HaskellTokens.Of(File.ReadAllText(path)));

    public static IEnumerable<HadolintVerdict> In(string folder) => Directory
        .EnumerateFiles(folder, "*Spec.hs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .SelectMany(x => new HadolintSpec(x).Read());

    /// <summary>How often the word for a verdict stands in a file, so that none is lost unseen.</summary>
    public static int CountIn(string folder) => Directory
        .EnumerateFiles(folder, "*Spec.hs", SearchOption.AllDirectories)
        .Sum(x => HaskellTokens.Of(File.ReadAllText(x)).Count(token => IsVerdict(Path.GetFileName(x), token)));

    IEnumerable<HadolintVerdict> Read()
    {
        for (; _at < _tokens.Count; _at++)
        {
            if (Is("=") && _at > 0 && !_tokens[_at - 1].IsString)
                Bind(_tokens[_at - 1].Text);
            if (_at < _tokens.Count && IsVerdict(_name, _tokens[_at]) && (_name == OfShellCheck ? ReadScriptVerdict() : ReadVerdict()) is { } verdict)
                yield return verdict;
        }
    }

    // Other specs count findings with these words, of rules that need a configuration.
    static bool IsVerdict(string name, HaskellToken token) => !token.IsString && (name == OfShellCheck
        ? token.Text is "assertChecks" or "assertOnBuildChecks"
        : token.Text is "ruleCatches" or "ruleCatchesNot" or "onBuildRuleCatches" or "onBuildRuleCatchesNot");

    // name = "text", or name = [ "line", … ], or name = Text.unlines [ … ]; the last binding of a name counts.
    void Bind(string name)
    {
        var start = _at++;
        if (name == "?config")
            _isConfigured = !(Is("def") && _tokens[_at + 1].Text != "{");
        else if (ReadList() is { } list)
            _lists[name] = list;
        else if (ReadText() is { } text)
            _texts[name] = text;
        _at = start;
    }

    HadolintVerdict? ReadVerdict()
    {
        var (word, line) = (_tokens[_at].Text, _tokens[_at].Line);
        _at++;
        var rule = _tokens[_at].IsString ? _tokens[_at].Text : _texts.GetValueOrDefault(_tokens[_at].Text);
        _at++;
        var text = ReadText();
        _at--;
        return rule is null || text is null ? null : new HadolintVerdict(
            _name, line, rule, text, !word.EndsWith("Not", StringComparison.Ordinal), word.StartsWith("onBuild", StringComparison.Ordinal), _isConfigured);
    }

    // assertChecks text passesShellcheck: any of ShellCheck's codes, or none.
    HadolintVerdict? ReadScriptVerdict()
    {
        var (word, line) = (_tokens[_at].Text, _tokens[_at].Line);
        _at++;
        var text = ReadText();
        var isCaught = Is("failsShellcheck");
        var isUnderstood = text is not null && (isCaught || Is("passesShellcheck"));
        _at--;
        return isUnderstood
            ? new HadolintVerdict(_name, line, HadolintVerdict.OfScript, text!, isCaught, word.StartsWith("assertOnBuild", StringComparison.Ordinal), _isConfigured)
            : null;
    }

    string? ReadText()
    {
        while (Is("$") || Is("("))
            _at++;
        string? text = null;
        if (_at < _tokens.Count && _tokens[_at].IsString)
            text = _tokens[_at++].Text;
        else if (Is("Text.unlines") || Is("unlines"))
        {
            _at++;
            text = ReadList() is { } lines ? string.Concat(lines.Select(x => x + "\n")) : null;
        }
        else if (_at < _tokens.Count && _texts.TryGetValue(_tokens[_at].Text, out text))
            _at++;
        if (text is not null && Is("<>"))
        {
            _at++;
            text = ReadText() is { } rest ? text + rest : null;
        }

        return text;
    }

    string[]? ReadList()
    {
        var start = _at;
        while (Is("$") || Is("("))
            _at++;
        if (_at < _tokens.Count && _lists.TryGetValue(_tokens[_at].Text, out var known))
        {
            _at++;
            return known;
        }

        if (!Is("["))
        {
            _at = start;
            return null;
        }

        var lines = new List<string>();
        for (_at++; _at < _tokens.Count && !Is("]"); _at++)
            if (_tokens[_at].IsString)
                lines.Add(_tokens[_at].Text);
        _at++;
        return [.. lines];
    }

    bool Is(string sign) => _at < _tokens.Count && !_tokens[_at].IsString && _tokens[_at].Text == sign;
}
