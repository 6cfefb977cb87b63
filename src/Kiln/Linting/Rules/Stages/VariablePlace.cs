using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>Finds the place in a word where a variable is named.</summary>
static class VariablePlace
{
    /// <summary>The variable with its dollar sign; all of the word where that cannot be told.</summary>
    public static SourceSpan Of(SourceText source, SourceSpan word, string name)
    {
        var text = source.TextAt(word);
        return Places(text, $"${{{name}}}").Concat(Places(text, $"${{{name}")).Concat(Places(text, $"${name}"))
            .Select(x => new SourceSpan(word.Start + x.Start, x.Length)).FirstOrDefault(word);
    }

    // A longer name that begins in the same way is another variable.
    static IEnumerable<SourceSpan> Places(string text, string written)
    {
        for (var at = -1; (at = text.IndexOf(written, at + 1, StringComparison.Ordinal)) >= 0;)
            if (at + written.Length is var end && !(end < text.Length && IsNamePart(text[end]) && IsNamePart(text[end - 1])))
                yield return new SourceSpan(at, written.Length);
    }

    static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
