namespace Kiln.Workflows.Yaml;

/// <summary>Which texts can stand as a block of lines (<c>|</c>), exactly as they are.</summary>
static class BlockText
{
    /// <summary>
    /// Several lines of printable characters. Blanks at a line's end are not to be seen, and at the beginning of the first they would set the
    /// block's depth; a tab may be taken for it.
    /// </summary>
    internal static bool IsSafe(string text) => text.Contains('\n', StringComparison.Ordinal)
        && IsPrintable(text)
        && text[0] is not (' ' or '\n' or '\t')
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.Split('\n').All(x => x.Length == 0 || (x[^1] is not (' ' or '\t') && x[0] != '\t'));

    /// <summary>No characters that need an escape; a line feed is none.</summary>
    internal static bool IsPrintable(string text) => text.All(x => x is '\n' or '\t' or (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u024F'));
}
