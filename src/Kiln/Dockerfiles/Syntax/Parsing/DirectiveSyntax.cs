namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>The form <c># name = value</c> of a line.</summary>
static class DirectiveSyntax
{
    const string Blanks = " \t\f\r";

    /// <summary>Gives the name in lower case, and where the value stands in the line.</summary>
    public static bool TryMatch(ReadOnlySpan<char> line, out string name, out Range value)
    {
        (name, value) = ("", default);
        var comment = line.TrimStart();
        if (!comment.StartsWith('#'))
            return false;

        var text = comment[1..].TrimStart();
        var equals = text.IndexOf('=');
        // At least one character must follow, though it may be a blank.
        if (equals < 0 || equals == text.Length - 1 || !IsName(text[..equals].TrimEnd(Blanks)))
            return false;

        name = text[..equals].TrimEnd(Blanks).ToString().ToLowerInvariant();
        var start = line.Length - text[(equals + 1)..].TrimStart(Blanks).Length;
        value = start..Math.Max(start, line.TrimEnd(Blanks).Length);
        return true;
    }

    static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var character in text)
            if (!char.IsAsciiLetterOrDigit(character))
                return false;
        return true;
    }
}
