using Kiln.Primitives;

namespace Kiln.Processes;

/// <summary>Keeps what was said last, from both streams at once.</summary>
sealed class LastLines(int limit)
{
    readonly Queue<string> _lines = new();
    readonly Lock _lock = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            if (_lines.Count == limit)
                _lines.Dequeue();
            _lines.Enqueue(line);
        }
    }

    public ValueList<string> ToValueList()
    {
        lock (_lock)
            return _lines.ToValueList();
    }

    public static string Describe(ValueList<string> lines) => lines.Count == 0
        ? "It wrote nothing."
        : $"Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, lines.Select(x => $"  {x}"))}";
}
