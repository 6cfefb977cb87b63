using System.Text;

namespace Kiln.Buildx.Progress;

/// <summary>The last lines that a step printed. They come in pieces that may end within a line, or within a letter.</summary>
sealed class StepOutput
{
    const int LinesKept = 20;

    readonly Queue<string> _lines = [];
    readonly List<byte> _line = [];
    bool _isReturned;

    /// <summary>Oldest first; the last one may not have ended yet.</summary>
    internal IReadOnlyCollection<string> Lines => [.. _lines.Append(Text(_line)).Where(x => x.Length > 0).TakeLast(LinesKept)];

    internal void Add(ReadOnlySpan<byte> piece)
    {
        foreach (var b in piece)
            Add(b);
    }

    // A progress bar returns to the start of its line and writes over it: what a terminal would show last counts.
    void Add(byte b)
    {
        if (_isReturned && b is not ((byte)'\n' or (byte)'\r'))
            _line.Clear();
        _isReturned = b == '\r';
        if (b == '\n')
            End();
        else if (b != '\r')
            _line.Add(b);
    }

    void End()
    {
        if (Text(_line) is { Length: > 0 } text)
            _lines.Enqueue(text);
        if (_lines.Count > LinesKept)
            _lines.Dequeue();
        _line.Clear();
    }

    static string Text(List<byte> line) => Encoding.UTF8.GetString([.. line]).TrimEnd();
}
