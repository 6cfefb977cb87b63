using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;

namespace Kiln.Buildx;

/// <summary>One bake, and what BuildKit tells of it.</summary>
/// <param name="solved">The targets, with those that they are made from.</param>
/// <param name="log">What is told.</param>
sealed class BakeRound(BakeDefinition solved, BuildLog log)
{
    readonly StepOwners _owners = new(solved);

    internal BuildLog Log => log;

    /// <summary>The steps that had a turn.</summary>
    internal IEnumerable<ToldStep> Steps => log.Instructions.Select(x => new ToldStep(x, solved));

    /// <summary>Those of them that one of these targets owns.</summary>
    internal IEnumerable<ToldStep> StepsOf(IReadOnlySet<string> targets) => Steps.Where(x => _owners.Of(x.Step).Any(y => targets.Contains(y.Name)));
}
