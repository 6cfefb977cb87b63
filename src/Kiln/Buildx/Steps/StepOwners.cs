using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>
/// Whose a step is. BuildKit tells it once for each target that needs it, under that target's name, also to an image that is only
/// made from the one that it belongs to: so of all that tell it, those count that are not made from another.
/// </summary>
sealed class StepOwners
{
    readonly IReadOnlyList<BakeTarget> _targets;
    readonly Dictionary<string, IReadOnlySet<string>> _bases;

    internal StepOwners(BakeDefinition solved) =>
        (_targets, _bases) = ([.. solved.Targets], solved.Targets.ToDictionary(x => x.Name, x => solved.BasesOf([x.Name])));

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
}
