namespace Kiln.Graph;

/// <summary>
/// What is known about the order of some nodes. A graph with cycles has no order, and says so by its cycles.
/// </summary>
/// <param name="Order">Every node after all that it depends on; empty when there are cycles.</param>
/// <param name="Cycles">Nodes that depend on each other, one list a knot; empty for a sound graph.</param>
/// <param name="FirstChoice">
/// The nodes between which the edges leave a free choice, where that happens first, seen from the end of the order;
/// empty when there is only one possible order.
/// </param>
public sealed record Topology<T>(
    IReadOnlyList<T> Order, IReadOnlyList<IReadOnlyList<T>> Cycles, IReadOnlyList<T> FirstChoice);
