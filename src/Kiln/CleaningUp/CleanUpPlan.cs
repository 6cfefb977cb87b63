using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>What would be deleted and what would not, before anything is.</summary>
public sealed record CleanUpPlan
{
    /// <summary>What goes, place by place.</summary>
    public ValueList<Leftover> Leftovers { get; init; }

    /// <summary>What stays, and why.</summary>
    public ValueList<KeptNames> Kept { get; init; }

    /// <summary>What could not be looked at: places, <c>branches</c>, <c>open requests</c>. What is left over there is not known.</summary>
    public ValueList<string> Unseen { get; init; }

    /// <summary>The bytes that all leftovers take. A registry gives them back when it collects its garbage.</summary>
    public long Size => Leftovers.Sum(x => x.Size);

    internal static CleanUpPlan Of(IEnumerable<CleanUpPlan> parts) => new()
    {
        Leftovers = parts.SelectMany(x => x.Leftovers).ToValueList(),
        Kept = parts.SelectMany(x => x.Kept).ToValueList(),
    };

    internal static ValueList<KeptNames> KeptIn(string place, IEnumerable<(string Name, string Why)> kept) => kept
        .GroupBy(x => x.Why)
        .Select(x => new KeptNames(place, x.Key, x.Select(y => y.Name).ToValueList()))
        .ToValueList();
}
