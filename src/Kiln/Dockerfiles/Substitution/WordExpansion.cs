using Kiln.Primitives;

namespace Kiln.Dockerfiles.Substitution;

/// <summary>
/// Puts variables into the words of a Dockerfile as BuildKit's frontend does (frontend/dockerfile/shell/lex.go, as of
/// August 2026). It never throws; a word that cannot be read has an error instead of a text.
/// </summary>
/// <remarks>
/// Names are compared as <c>variables</c> does it; BuildKit minds case except when the daemon itself runs on Windows.
/// </remarks>
public static class WordExpansion
{
    /// <summary>One word, blanks and all; <paramref name="variables"/> answers null for what is not set.</summary>
    public static ExpandedWord Expand(
        string word,
        Func<string, string?> variables,
        char escape = '\\',
        QuoteHandling quotes = QuoteHandling.Remove,
        UnsetVariables unset = UnsetVariables.Empty)
    {
        var lookup = new VariableLookup(variables);
        var lexer = new WordLexer(word, lookup, escape, quotes, unset);
        return new ExpandedWord(lexer.Expand() ?? "")
        {
            Used = lookup.Used,
            Unset = lookup.Unset,
            Error = lexer.Error,
        };
    }

    /// <summary>
    /// The words of a text: blanks separate them unless quoted or escaped, also those that come out of an unquoted
    /// variable. A word that ends up empty is left out.
    /// </summary>
    public static ExpandedWords ExpandWords(
        string text,
        Func<string, string?> variables,
        char escape = '\\',
        QuoteHandling quotes = QuoteHandling.Remove,
        UnsetVariables unset = UnsetVariables.Empty)
    {
        var lookup = new VariableLookup(variables);
        var lexer = new WordLexer(text, lookup, escape, quotes, unset);
        return new ExpandedWords(lexer.Expand() is null ? [] : lexer.Words.ToValueList())
        {
            Used = lookup.Used,
            Unset = lookup.Unset,
            Error = lexer.Error,
        };
    }
}
