namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Knows for each offset of a joined text where it came from.</summary>
/// <param name="starts">Offsets at which a piece begins in the joined text, ascending.</param>
/// <param name="sources">Where each piece begins in the source.</param>
sealed class OffsetMap(int[] starts, int[] sources)
{
    /// <summary>For a text that is one piece of the source, and so all that is to know is where it begins.</summary>
    public static OffsetMap Identity { get; } = new([0], [0]);

    /// <summary>The offset in the source; at the end of the joined text, the one behind its last character.</summary>
    public int SourceOf(int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        var piece = found >= 0 ? found : ~found - 1;
        return sources[piece] + offset - starts[piece];
    }
}
