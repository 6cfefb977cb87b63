using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>A step as one bake told it: how its bracket reads depends on what else was in that bake.</summary>
/// <param name="Step">The step.</param>
/// <param name="Solved">All targets of the bake.</param>
sealed record ToldStep(BuildStep Step, BakeDefinition Solved)
{
    /// <summary>Its places, with the platform also where BuildKit leaves it out since it builds for no other.</summary>
    internal IEnumerable<StepPlace> Places
    {
        get
        {
            var names = Solved.Targets.Select(x => x.Name).ToHashSet();
            return Step.Places.Select(x => StepPlace.Parse(x, names)).OfType<StepPlace>().Select(x => x with { Platform = x.Platform ?? OnlyPlatformOf(x) });
        }
    }

    /// <summary>
    /// Whether two bakes mean the same step of an image. BuildKit's digest does not tell: it holds buildx's session, which is another one in
    /// each bake, as soon as the step works on files of the context.
    /// </summary>
    internal bool IsSame(ToldStep other) =>
        Step.Instruction == other.Step.Instruction && Places.Select(WithoutTarget).Intersect(other.Places.Select(WithoutTarget)).Any();

    // An image's stage may be a target of its own.
    static StepPlace WithoutTarget(StepPlace place) => place with { Target = null };

    string? OnlyPlatformOf(StepPlace place) =>
        Solved.Targets.Where(x => place.Target is null || x.Name == place.Target).ToArray() is [{ Platforms: [var only] }] ? only.ToString() : null;
}
