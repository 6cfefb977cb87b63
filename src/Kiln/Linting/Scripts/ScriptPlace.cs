namespace Kiln.Linting.Scripts;

/// <summary>Offsets of lines and columns as ShellCheck counts them: from one, a code point a column, a tab is one.</summary>
static class ScriptPlace
{
    /// <summary>The end of the text, or of the line, for what lies behind it.</summary>
    public static int OffsetOf(string text, int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line; i++)
        {
            if (text.IndexOf('\n', at) is not (>= 0 and var end))
                return text.Length;
            at = end + 1;
        }

        for (var i = 1; i < column && at < text.Length && text[at] != '\n'; i++)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }
}
