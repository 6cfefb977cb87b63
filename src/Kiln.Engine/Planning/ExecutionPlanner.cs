using Kiln.Engine.Parameters;
using Kiln.Graph;
using Nuke.Common.Execution;

namespace Kiln.Engine.Planning;

/// <summary>
/// Chooses the targets of a run and their order. All targets take part in the order, also those that are not chosen.
/// </summary>
static class ExecutionPlanner
{
    /// <param name="targets">All targets, in the order of discovery.</param>
    /// <param name="invoked">Names as typed, or null when none were: then the default targets are meant.</param>
    /// <param name="isStrict">Whether the order must follow from the edges alone.</param>
    public static IReadOnlyList<ExecutableTarget> Plan(
        IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<string>? invoked, bool isStrict = false)
    {
        var chosen = invoked?.Select(x => TargetNames.Find(x, targets)).ToList();
        foreach (var target in chosen ?? [])
            target.Invoked = true;

        var order = Order(targets, isStrict);
        var selection = Selection.Of(chosen ?? targets.Where(x => x.IsDefault));
        var plan = order.Where(selection.Contains).ToList();
        foreach (var target in plan)
            target.Status = ExecutionStatus.Scheduled;

        return plan;
    }

    static IReadOnlyList<ExecutableTarget> Order(IReadOnlyList<ExecutableTarget> targets, bool isStrict)
    {
        var topology = TopologicalOrder.Of(targets, x => x.AllDependencies);
        if (topology.Cycles.Count > 0)
            throw Refused("Circular dependencies between targets:", topology.Cycles.Select(x => $" - {Names(x)}"));

        if (isStrict && topology.FirstChoice.Count > 0)
            throw Refused("Incomplete target definition order:", topology.FirstChoice.Select(x => $"  - {x.Name}"));

        return topology.Order;
    }

    static string Names(IEnumerable<ExecutableTarget> targets) => string.Join(", ", targets.Select(x => x.Name));

    static UsageException Refused(string title, IEnumerable<string> lines)
        => new(string.Join(Environment.NewLine, [title, .. lines]));
}
