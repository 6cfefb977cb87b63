namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Joins pieces of a source; pieces that touch become one.</summary>
/// <param name="source">All of the text.</param>
/// <param name="anchor">Where the joined text is said to stand when it is empty.</param>
sealed class LogicalTextBuilder(string source, int anchor)
{
    readonly List<(int Start, int Length)> _pieces = [];

    public void Append(int start, int length)
    {
        if (length == 0)
            return;
        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Start + last.Length == start)
            _pieces[^1] = (last.Start, last.Length + length);
        else
            _pieces.Add((start, length));
    }

    public LogicalText Build()
    {
        if (_pieces.Count <= 1)
            return _pieces is [var (at, count)] ? OnePiece(source, at, count) : OnePiece(source, anchor, 0);

        // The last entry answers for the end of the text, which has no character of its own.
        var starts = new int[_pieces.Count + 1];
        var sources = new int[_pieces.Count + 1];
        for (var i = 0; i < _pieces.Count; i++)
        {
            var (start, length) = _pieces[i];
            (sources[i], sources[i + 1]) = (start, start + length);
            starts[i + 1] = starts[i] + length;
        }

        return new LogicalText(Join(starts), new OffsetMap(starts, sources));
    }

    /// <summary>Most instructions have one line, and need no joining.</summary>
    public static LogicalText OnePiece(string source, int start, int length) =>
        new(source.Substring(start, length), OffsetMap.Identity, start);

    string Join(int[] starts) => string.Create(starts[^1], (source, _pieces), static (target, from) =>
    {
        foreach (var (start, length) in from._pieces)
        {
            from.source.AsSpan(start, length).CopyTo(target);
            target = target[length..];
        }
    });
}
