namespace Kiln.Graph;

/// <summary>
/// Tarjan's strongly connected components, with a stack of its own: a long chain must not end the process.
/// </summary>
sealed class StronglyConnected
{
    readonly int[][] _edges;
    readonly int[] _number;
    readonly int[] _lowest;
    readonly bool[] _open;
    readonly Stack<int> _path = [];
    readonly List<List<int>> _cycles = [];
    int _count;

    StronglyConnected(int[][] edges)
    {
        _edges = edges;
        _number = new int[edges.Length];
        _lowest = new int[edges.Length];
        _open = new bool[edges.Length];
    }

    /// <summary>Components of two and more nodes, and nodes that depend on themselves.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Cycles(int[][] edges)
    {
        var search = new StronglyConnected(edges);
        for (var node = 0; node < edges.Length; node++)
        {
            if (search._number[node] == 0)
                search.Visit(node);
        }

        return search._cycles;
    }

    void Visit(int start)
    {
        var frames = new Stack<(int Node, int Next)>();
        frames.Push(Enter(start));
        while (frames.TryPop(out var frame))
        {
            var (node, next) = frame;
            if (next == _edges[node].Length)
            {
                Leave(node);
                if (frames.TryPeek(out var parent))
                    _lowest[parent.Node] = Math.Min(_lowest[parent.Node], _lowest[node]);
                continue;
            }

            frames.Push((node, next + 1));
            var dependency = _edges[node][next];
            if (_number[dependency] == 0)
                frames.Push(Enter(dependency));
            else if (_open[dependency])
                _lowest[node] = Math.Min(_lowest[node], _number[dependency]);
        }
    }

    (int Node, int Next) Enter(int node)
    {
        _number[node] = _lowest[node] = ++_count;
        _open[node] = true;
        _path.Push(node);
        return (node, 0);
    }

    void Leave(int node)
    {
        if (_lowest[node] != _number[node])
            return;

        var component = new List<int>();
        do
        {
            component.Add(_path.Pop());
            _open[component[^1]] = false;
        }
        while (component[^1] != node);

        if (component.Count > 1 || _edges[node].Contains(node))
            _cycles.Add(component);
    }
}
