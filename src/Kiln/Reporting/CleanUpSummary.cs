using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.Reporting;

/// <summary>What a clean-up deletes and leaves, in lines for people.</summary>
public static class CleanUpSummary
{
    // Of what stays nobody needs each name; of what goes, everybody does.
    const int MostNames = 6;

    /// <summary>What goes and what stays, each with its reason, and how much that is; before anything is deleted.</summary>
    public static IEnumerable<string> Lines(CleanUpPlan plan)
    {
        foreach (var kept in plan.Kept)
            yield return $"Stays     {kept.Place}: {Some(kept.Names)} ({kept.Why})";
        foreach (var leftover in plan.Leftovers)
            yield return $"Goes      {Describe(leftover)}";
        yield return plan.Leftovers.Count > 0 ? $"Together  {Count(plan.Leftovers)}, {HumanUnits.Size(plan.Size)}"
            : plan.Unseen.Count > 0 ? $"Nothing goes; what is left over is not known, since these could not be looked at: {string.Join(", ", plan.Unseen)}"
            : "Nothing is left over";
    }

    /// <summary>How the same is deleted.</summary>
    public static string Invitation => "Nothing was deleted; './build.sh CleanUp --delete-leftovers' deletes what goes";

    /// <summary>What is gone, of what was to go.</summary>
    public static string Result(CleanUpPlan plan, ValueList<Leftover> gone) =>
        $"Deleted   {Count(gone)} of {plan.Leftovers.Count}, {HumanUnits.Size(gone.Sum(x => x.Size))}";

    static string Describe(Leftover leftover) =>
        $"{leftover.Place}: {string.Join(", ", leftover.Names)} ({leftover.Why}; {Parts(leftover)}, {HumanUnits.Size(leftover.Size)})";

    static string Parts(Leftover leftover) => leftover switch
    {
        Leftover.InRegistry { Manifests.Count: var count } => Number(count, "manifest", "manifests"),
        Leftover.InCache { Entries.Count: var count } => Number(count, "entry", "entries"),
        _ => throw new InvalidOperationException($"{leftover.GetType().Name} is no leftover."),
    };

    static string Count(ValueList<Leftover> leftovers) => Number(leftovers.Count, "leftover", "leftovers");

    static string Number(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    static string Some(ValueList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
