namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Goes through a text line by line. As for BuildKit, only a line feed ends a line, carriage returns before it are not
/// part of what is written, and a byte order mark is left out at the very beginning.
/// </summary>
sealed class LineCursor(string text)
{
    /// <summary>Where the next line begins.</summary>
    public int Offset { get; private set; }

    public bool TryRead(out PhysicalLine line)
    {
        if (Offset == text.Length)
        {
            line = default;
            return false;
        }

        var start = Offset;
        var feed = text.IndexOf('\n', start);
        Offset = feed < 0 ? text.Length : feed + 1;

        var contentStart = start == 0 && text[0] == '\uFEFF' ? 1 : start;
        var contentEnd = Offset;
        while (contentEnd > contentStart && text[contentEnd - 1] is '\r' or '\n')
            contentEnd--;
        line = new PhysicalLine(start, contentStart, contentEnd, Offset);
        return true;
    }
}
