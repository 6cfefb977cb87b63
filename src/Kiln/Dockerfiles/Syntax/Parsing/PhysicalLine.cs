namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>A line as it lies in the text: what is written in it, and where the next one begins.</summary>
readonly record struct PhysicalLine(int Start, int ContentStart, int ContentEnd, int End)
{
    /// <summary>What is written, without byte order mark and line end.</summary>
    public ReadOnlySpan<char> ContentIn(string text) => text.AsSpan(ContentStart, ContentEnd - ContentStart);

    /// <summary>The same line, with what is written beginning behind its white space.</summary>
    public PhysicalLine Indented(string text)
    {
        var start = ContentStart;
        while (start < ContentEnd && char.IsWhiteSpace(text[start]))
            start++;
        return this with { ContentStart = start };
    }

    public bool IsBlank(string text) => ContentIn(text).IsWhiteSpace();

    public bool IsComment(string text) => ContentIn(text).TrimStart().StartsWith('#');
}
