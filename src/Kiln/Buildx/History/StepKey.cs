using System.Text;
using Kiln.Buildx.Progress;

namespace Kiln.Buildx.History;

/// <summary>
/// What a step is called from one build to the next: platform, stage and instruction. Not its number, which changes when a line is
/// put in above, nor BuildKit's digest, which changes with what it works on.
/// </summary>
static class StepKey
{
    internal static IEnumerable<string> AllOf(BuildStep step, IReadOnlyCollection<string> targets) => step.Places
        .Select(x => StepPlace.Parse(x, targets)).OfType<StepPlace>()
        .Select(x => $"{x.Platform} {x.Stage} {Digest.OfBytes(Encoding.UTF8.GetBytes(step.Instruction)).Short}")
        .Distinct();
}
