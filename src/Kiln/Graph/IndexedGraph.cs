namespace Kiln.Graph;

/// <summary>Nodes as numbers, in the order in which they were listed.</summary>
sealed record IndexedGraph<T>(List<T> Nodes, int[][] Edges)
    where T : notnull
{
    public static IndexedGraph<T> Of(IEnumerable<T> nodes, Func<T, IEnumerable<T>> dependenciesOf)
    {
        var list = new List<T>();
        var indexes = new Dictionary<T, int>();
        foreach (var node in nodes)
        {
            if (indexes.TryAdd(node, list.Count))
                list.Add(node);
        }

        var edges = new int[list.Count][];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = [.. dependenciesOf(list[i]).Where(indexes.ContainsKey).Select(x => indexes[x])];

        return new(list, edges);
    }

    public IReadOnlyList<T> Named(IReadOnlyList<int> indexes) => [.. indexes.Select(x => Nodes[x])];
}
