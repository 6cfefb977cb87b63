using Kiln.Engine.Parameters;
using Nuke.Common.Execution;

namespace Kiln.Engine.Targets;

/// <summary>
/// Turns what definitions say about each other into lists of targets. A target's own words come first, then what other
/// targets say about it, in the order of discovery.
/// </summary>
sealed class TargetLinks
{
    readonly IReadOnlyList<ExecutableTarget> _targets;
    readonly ILookup<Delegate, ExecutableTarget> _byFactory;

    TargetLinks(IReadOnlyList<ExecutableTarget> targets)
    {
        _targets = targets;
        _byFactory = targets.ToLookup(x => x.Factory, DelegateEquality.Instance);
    }

    public static void Connect(IReadOnlyList<ExecutableTarget> targets)
    {
        var links = new TargetLinks(targets);
        links.Link(x => x.ExecutionDependencies, x => x.DependsOnTargets, x => x.DependentForTargets);
        links.Link(x => x.OrderDependencies, x => x.AfterTargets, x => x.BeforeTargets);
        links.Link(x => x.TriggerDependencies, x => x.TriggeredByTargets, x => x.TriggersTargets);
        links.Link(x => x.Triggers, x => x.TriggersTargets, x => x.TriggeredByTargets);
        foreach (var target in targets)
        {
            RefuseSelfReference(target);
            links.LinkArtifacts(target);
        }
    }

    void Link(
        Func<ExecutableTarget, List<ExecutableTarget>> list,
        Func<TargetDefinition, List<Delegate>> own,
        Func<TargetDefinition, List<Delegate>> inverse)
    {
        foreach (var target in _targets)
            list(target).AddRange(own(target.Definition).Select(x => Find(x, target)));

        foreach (var other in _targets)
        {
            var targets = inverse(other.Definition).Distinct(DelegateEquality.Instance).SelectMany(x => _byFactory[x]);
            foreach (var target in targets.Where(x => x != other))
                list(target).Add(other);
        }
    }

    /// <summary>Who names no artifacts consumes all that the other one produces.</summary>
    void LinkArtifacts(ExecutableTarget target)
    {
        foreach (var (factory, artifacts) in target.Definition.Consumptions)
        {
            var producer = Find(factory, target);
            foreach (var artifact in artifacts.Length > 0 ? artifacts : [.. producer.ArtifactProducts])
                target.ArtifactDependencies.Add(producer, artifact);
        }
    }

    ExecutableTarget Find(Delegate factory, ExecutableTarget source)
    {
        var matches = _byFactory[factory].ToList();
        return matches.Count == 1
            ? matches[0]
            : throw new UsageException(
                $"Target '{source.Name}' refers to a target that " +
                (matches.Count == 0 ? "is not a member of the build." : $"has several names: {Names(matches)}."));
    }

    static string Names(IEnumerable<ExecutableTarget> targets) => string.Join(", ", targets.Select(x => x.Name));

    static void RefuseSelfReference(ExecutableTarget target)
    {
        if (target.AllDependencies.Contains(target) || target.Triggers.Contains(target))
            throw new UsageException($"Target '{target.Name}' cannot have a dependency on itself");
    }
}
