namespace Kiln.Primitives;

/// <summary>A text and where it came from; tells lines and columns of offsets. Only a line feed ends a line.</summary>
public sealed class SourceText(string text, string path)
{
    int[]? _lineStarts;

    /// <summary>All of it, unchanged.</summary>
    public string Text { get; } = text;

    /// <summary>As messages name it; nothing is read from there.</summary>
    public string Path { get; } = path;

    /// <summary>How many lines it has; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    // Found when a message first needs them: most texts have no messages. Two threads would find the same.
    int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>The characters of a span.</summary>
    public string TextAt(SourceSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>Line and column of an offset, which may be the end of the text.</summary>
    public SourcePosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);

        var found = Array.BinarySearch(LineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>A line, counted from one, without its line end.</summary>
    public string LineAt(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);

        var end = line < LineCount ? LineStarts[line] : Text.Length;
        return Text[LineStarts[line - 1]..end].TrimEnd('\r', '\n');
    }

    static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return [.. starts];
    }
}
