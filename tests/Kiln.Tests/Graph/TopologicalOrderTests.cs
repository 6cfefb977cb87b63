using CsCheck;
using Kiln.Graph;

namespace Kiln.Tests.Graph;

public class TopologicalOrderTests
{
    static readonly Gen<int[][]> AcyclicGraphs =
        from size in Gen.Int[0, 24]
        from names in Gen.Shuffle(Enumerable.Range(0, size).ToArray())
        from targets in Gen.Int[0, Math.Max(size - 1, 0)].Array[0, 5].Array[size]
        select Acyclic(names, targets);

    [Fact]
    public void Order_equals_that_of_the_quadratic_algorithm()
    {
        AcyclicGraphs.Sample(edges =>
        {
            var topology = Order(edges);

            Assert.Equal(QuadraticOrder(edges), topology.Order);
        });
    }

    [Fact]
    public void A_free_choice_is_reported_exactly_when_the_quadratic_algorithm_has_one()
    {
        AcyclicGraphs.Sample(edges =>
        {
            var topology = Order(edges);

            Assert.Equal(QuadraticFirstChoice(edges), topology.FirstChoice);
        });
    }

    [Fact]
    public void Independent_nodes_come_in_reverse_order_of_the_list()
    {
        var topology = TopologicalOrder.Of(["A", "B", "C"], _ => []);

        Assert.Equal(["C", "B", "A"], topology.Order);
        Assert.Equal(["A", "B", "C"], topology.FirstChoice);
    }

    [Fact]
    public void Dependencies_that_are_not_listed_are_ignored()
    {
        var topology = TopologicalOrder.Of(["A"], _ => ["elsewhere"]);

        Assert.Equal(["A"], topology.Order);
    }

    [Fact]
    public void Every_cycle_is_data_and_there_is_no_order()
    {
        Dictionary<string, string[]> edges = new()
        {
            ["X"] = ["Y"],
            ["Y"] = ["X"],
            ["P"] = ["Q"],
            ["Q"] = ["R"],
            ["R"] = ["P", "X"],
            ["Self"] = ["Self"],
            ["Fine"] = ["P"],
        };

        var topology = TopologicalOrder.Of(edges.Keys, x => edges[x]);

        Assert.Empty(topology.Order);
        Assert.Equal([["Y", "X"], ["R", "Q", "P"], ["Self"]], topology.Cycles);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_nodes_is_ordered_at_once()
    {
        var nodes = Enumerable.Range(0, 100_000).ToArray();

        var topology = TopologicalOrder.Of(nodes, x => x == 0 ? [] : [x - 1]);

        Assert.Equal(nodes, topology.Order);
    }

    static Topology<int> Order(int[][] edges) => TopologicalOrder.Of(Enumerable.Range(0, edges.Length), x => edges[x]);

    // Edges point from a higher to a lower rank, so there are no cycles; the shuffled names hide the ranks.
    static int[][] Acyclic(int[] names, int[][] targets)
    {
        var edges = new int[names.Length][];
        for (var rank = 0; rank < names.Length; rank++)
            edges[names[rank]] = [.. targets[rank].Where(x => x < rank).Select(x => names[x])];
        return edges;
    }

    static List<int> QuadraticOrder(int[][] edges)
    {
        var remaining = Enumerable.Range(0, edges.Length).ToList();
        var order = new List<int>();
        while (remaining.Count > 0)
        {
            var next = remaining.First(x => !remaining.Any(y => edges[y].Contains(x)));
            remaining.Remove(next);
            order.Add(next);
        }

        order.Reverse();
        return order;
    }

    static List<int> QuadraticFirstChoice(int[][] edges)
    {
        var remaining = Enumerable.Range(0, edges.Length).ToList();
        while (remaining.Count > 0)
        {
            var free = remaining.FindAll(x => !remaining.Any(y => edges[y].Contains(x)));
            if (free.Count > 1)
                return free;
            remaining.Remove(free[0]);
        }

        return [];
    }
}
