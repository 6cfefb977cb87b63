namespace Kiln.Graph;

/// <summary>
/// Orders nodes by what they depend on, in time near linear in nodes and edges. Where edges leave a choice, the node
/// that was listed first comes last: NUKE's order, which builds may rely on.
/// </summary>
public static class TopologicalOrder
{
    /// <summary>
    /// Dependencies that are not among <paramref name="nodes"/> are ignored, repeated ones do no harm.
    /// </summary>
    public static Topology<T> Of<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> dependenciesOf)
        where T : notnull
    {
        var graph = IndexedGraph<T>.Of(nodes, dependenciesOf);
        var cycles = StronglyConnected.Cycles(graph.Edges);
        if (cycles.Count > 0)
            return new([], [.. cycles.Select(graph.Named)], []);

        var (order, firstChoice) = LastToFirst(graph.Edges);
        order.Reverse();
        return new(graph.Named(order), [], graph.Named(firstChoice));
    }

    /// <summary>
    /// Again and again: of all nodes on which no remaining one depends, take the one that was listed first.
    /// </summary>
    static (List<int> Order, List<int> FirstChoice) LastToFirst(int[][] edges)
    {
        var dependents = CountDependents(edges);
        var free = new PriorityQueue<int, int>();
        for (var node = 0; node < edges.Length; node++)
        {
            if (dependents[node] == 0)
                free.Enqueue(node, node);
        }

        var order = new List<int>(edges.Length);
        List<int> firstChoice = [];
        while (free.Count > 0)
        {
            if (free.Count > 1 && firstChoice.Count == 0)
                firstChoice = [.. free.UnorderedItems.Select(x => x.Element).Order()];

            var node = free.Dequeue();
            order.Add(node);
            foreach (var dependency in edges[node])
            {
                if (--dependents[dependency] == 0)
                    free.Enqueue(dependency, dependency);
            }
        }

        return (order, firstChoice);
    }

    static int[] CountDependents(int[][] edges)
    {
        var counts = new int[edges.Length];
        foreach (var dependency in edges.SelectMany(x => x))
            counts[dependency]++;

        return counts;
    }
}
