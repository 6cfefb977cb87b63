using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>One plain line for each finished step.</summary>
static class BuildProgress
{
    internal static void Report(BuildStep step, IReporter reporter)
    {
        if (step.IsInstruction && step.Error.Length == 0)
            reporter.Information($"{(step.IsCached ? "cached" : HumanUnits.Duration(step.Duration)),8}  [{step.Place}] {step.Instruction}");
    }
}
