using System.Globalization;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>
/// What becomes of a CI host's cache. Entries of a ref are read by runs for that ref and for what is to be merged into it, so that those of a request that is
/// closed, or of a branch that is gone, are read by nobody.
/// </summary>
static class HostCachePlan
{
    internal static CleanUpPlan Of(string place, ValueList<HostCache> caches, LivingRefs living)
    {
        var refs = caches.GroupBy(x => x.Ref)
            .OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => (Ref: x.Key, Verdict: Judge(x.Key, living), Entries: x.ToValueList()))
            .ToArray();
        return new CleanUpPlan
        {
            Leftovers = refs.Where(x => x.Verdict.Fate == Fate.Goes)
                .Select(x => (Leftover)new Leftover.InCache(x.Entries) { Place = place, Names = [x.Ref], Why = x.Verdict.Why, Size = x.Entries.Sum(y => y.Size) })
                .ToValueList(),
            Kept = CleanUpPlan.KeptIn(place, refs.Where(x => x.Verdict.Fate != Fate.Goes).Select(x => (x.Ref, x.Verdict.Why))),
        };
    }

    static (Fate Fate, string Why) Judge(string full, LivingRefs living) => full.Split('/') switch
    {
        ["refs", "pull", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) => living.OfRequest(number),
        ["refs", "heads", .. var parts] when living.Branches is { } branches => string.Join('/', parts) is var branch && branches.Contains(branch)
            ? (Fate.Stays, $"the branch '{branch}' is there")
            : (Fate.Goes, "the branch is gone"),
        ["refs", "heads", ..] => (Fate.Stays, "which branches there are is not known"),
        _ => (Fate.Stays, "neither a branch's nor a request's"),
    };
}
