namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>The escape at the end of a line that makes the instruction go on; blanks behind it do not matter.</summary>
static class ContinuationMark
{
    /// <summary>Where it stands, or -1. Behind another escape it is an escaped one, which does not count.</summary>
    public static int Find(ReadOnlySpan<char> content, char escape)
    {
        var at = content.TrimEnd(" \t").Length - 1;
        return at >= 0 && content[at] == escape && (at == 0 || content[at - 1] != escape) ? at : -1;
    }
}
