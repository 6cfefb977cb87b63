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
        // The last entry answers for the end of the text, which has no character of its own.
        var starts = new int[_pieces.Count + 1];
        var sources = new int[_pieces.Count + 1];
        sources[^1] = anchor;
        for (var i = 0; i < _pieces.Count; i++)
        {
            sources[i] = _pieces[i].Start;
            starts[i + 1] = starts[i] + _pieces[i].Length;
            sources[^1] = _pieces[i].Start + _pieces[i].Length;
        }

        return new LogicalText(Join(starts), new OffsetMap(starts, sources));
    }

    string Join(int[] starts) => _pieces.Count switch
    {
        0 => "",
        1 => source.Substring(_pieces[0].Start, _pieces[0].Length),
        _ => string.Create(starts[^1], this, (target, builder) =>
        {
            for (var i = 0; i < builder._pieces.Count; i++)
                builder.Source.AsSpan(builder._pieces[i].Start, builder._pieces[i].Length).CopyTo(target[starts[i]..]);
        }),
    };

    string Source => source;
}
