using Kiln.Graph;
using Kiln.Primitives;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>
/// All targets of a build and how they depend on each other. NUKE tells this of the targets that were asked for and of no others, so each is called with a
/// definition that only writes down, which either engine's sources stand.
/// </summary>
sealed class DescribedTargets
{
    readonly Dictionary<string, DescribedTarget> _targets;

    DescribedTargets(Dictionary<string, DescribedTarget> targets) => _targets = targets;

    /// <summary>Sorted by name.</summary>
    internal IEnumerable<DescribedTarget> All => _targets.Values.OrderBy(x => x.Name, StringComparer.Ordinal);

    internal static DescribedTargets Of(INukeBuild build)
    {
        var properties = TargetProperties.Of(build.GetType())
            .GroupBy(x => BuildMembers.NameOf(x))
            // The build's own property wins over an interface's.
            .ToDictionary(x => x.Key, x => x.OrderBy(y => y.DeclaringType!.IsInterface).First());
        var definitions = properties.ToDictionary(x => x.Key, x => (Target)x.Value.GetValue(build)!);
        var targets = properties.Keys.ToDictionary(x => x, x => new DescribedTarget(x));
        foreach (var (name, property) in properties)
            TargetRecorder.Record(build, property, targets[name], other => NameOf(other, definitions) is { } known ? targets[known] : null);
        return new DescribedTargets(targets);
    }

    /// <summary>What runs, in order, when these targets are asked for; KILN1052 for one that there is not.</summary>
    internal IReadOnlyList<string> PlanOf(IEnumerable<string> names)
    {
        var wanted = BroughtBy(names.Select(Known));
        var triggeredBy = wanted.SelectMany(x => _targets[x].Triggers.Select(y => (y, x))).ToLookup(x => x.y, x => x.x);
        return [.. TopologicalOrder.Of(wanted.Order(StringComparer.Ordinal), x => _targets[x].DependsOn.Concat(_targets[x].After).Concat(triggeredBy[x])).Order];
    }

    /// <summary>What runs when one target is asked for, itself included, sorted; by the target's name.</summary>
    internal ValueMap<ValueList<string>> Plans =>
        _targets.Keys.Select(x => KeyValuePair.Create(x, BroughtBy([x]).Order(StringComparer.Ordinal).ToValueList())).ToValueMap();

    HashSet<string> BroughtBy(IEnumerable<string> names)
    {
        var wanted = new HashSet<string>();
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (!wanted.Add(name))
                continue;
            foreach (var other in _targets[name].DependsOn.Concat(_targets[name].Triggers))
                open.Push(other);
        }

        return wanted;
    }

    string Known(string name) => _targets.Keys.FirstOrDefault(x => x.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new KilnException(
        ErrorCodes.TargetUnknown, $"No target is called '{name}'. The build's targets are {string.Join(", ", _targets.Keys.Order(StringComparer.Ordinal))}.");

    static string? NameOf(Target target, Dictionary<string, Target> definitions) =>
        definitions.Where(x => x.Value == target).Select(x => x.Key).FirstOrDefault();
}
