using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>
/// A pattern of a shell with <c>*</c>, <c>?</c> and <c>\</c>, but without brackets, as <c>${x#…}</c> takes it.
/// </summary>
sealed partial class ShellPattern
{
    readonly Regex? _expression;
    readonly bool _isBackwards;

    ShellPattern(string text, bool isGreedy, bool isAnchored, bool isBackwards = false)
    {
        _isBackwards = isBackwards;
        _expression = Compile(isBackwards ? ReversePattern(text) : text, isGreedy, isAnchored);
        Fault = _expression is null
            ? $@"in the pattern '{text}' a '\' stands before a character that needs none; only * ? \ / and }} do"
            : null;
    }

    /// <summary>What is wrong, or null; a pattern with a fault must not be used.</summary>
    public string? Fault { get; }

    public static ShellPattern ForStart(string text, bool isGreedy) => new(text, isGreedy, isAnchored: true);

    // An expression finds the leftmost match, not the shortest that ends the text; read backwards these are the same.
    public static ShellPattern ForEnd(string text, bool isGreedy) =>
        new(text, isGreedy, isAnchored: true, isBackwards: true);

    public static ShellPattern Anywhere(string text) => new(text, isGreedy: true, isAnchored: false);

    /// <summary>The value without what matches at its start or end.</summary>
    public string Trim(string value)
    {
        var text = _isBackwards ? Reverse(value) : value;
        var rest = text[_expression!.Match(text).Length..];
        return _isBackwards ? Reverse(rest) : rest;
    }
}
