using System.Text;
using Kiln.Buildx.Steps;

namespace Kiln.Buildx.History;

/// <summary>
/// What a step is called from one build to the next: platform, stage and instruction. Not its number, which changes when a line is
/// put in above, nor BuildKit's digest, which changes with what it works on.
/// </summary>
static class StepKey
{
    internal static IEnumerable<string> AllOf(ToldStep step) => step.Places
        .Select(x => $"{x.Platform} {x.Stage} {Digest.OfBytes(Encoding.UTF8.GetBytes(step.Step.Instruction)).Short}")
        .Distinct();
}
