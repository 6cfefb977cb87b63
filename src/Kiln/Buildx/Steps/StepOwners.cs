using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>
/// Whose a step is. BuildKit tells it once for each target that needs it, under that target's name, also to an image that is only
/// made from the one that it belongs to: so of all that tell it, those count that are not made from another.
/// </summary>
sealed class StepOwners
{
    readonly IReadOnlyList<BakeTarget> _targets;
    readonly Dictionary<string, HashSet<string>> _bases;

    internal StepOwners(IReadOnlyList<BakeTarget> targets) =>
        (_targets, _bases) = (targets, targets.ToDictionary(x => x.Name, x => BasesOf(x, targets.ToDictionary(y => y.Name))));

    /// <summary>In the order of the targets. With one target only all is its own, and its name is in no bracket.</summary>
    internal IReadOnlyList<BakeTarget> Of(BuildStep step)
    {
        if (_targets.Count == 1)
            return _targets;
        var told = _targets.Where(x => step.Places.Any(y => IsOf(y, x))).ToArray();
        return [.. told.Where(x => !told.Any(y => _bases[x.Name].Contains(y.Name)))];
    }

    /// <summary>The bracket under which its first owner has it.</summary>
    internal string PlaceOf(BuildStep step) =>
        Of(step) is [var owner, ..] ? step.Places.FirstOrDefault(x => IsOf(x, owner)) ?? step.Place : step.Place;

    static bool IsOf(string place, BakeTarget target) => place.Split(' ', 2)[0] == target.Name;

    static HashSet<string> BasesOf(BakeTarget target, Dictionary<string, BakeTarget> all)
    {
        var found = new HashSet<string>();
        var open = new Stack<BakeTarget>([target]);
        while (open.TryPop(out var next))
        {
            foreach (var name in next.BaseTargets.Where(x => all.ContainsKey(x) && found.Add(x)))
                open.Push(all[name]);
        }

        return found;
    }
}
