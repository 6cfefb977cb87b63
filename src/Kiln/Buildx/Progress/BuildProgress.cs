using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>One plain line for each finished step.</summary>
static class BuildProgress
{
    const int Width = 100;

    internal static void Report(BuildStep step, IReporter reporter)
    {
        if (step.IsInstruction && step.Error.Length == 0)
            reporter.Information($"{(step.IsCached ? "cached" : HumanUnits.Duration(step.Duration)),8}  {Line(step)}");
    }

    internal static string Line(BuildStep step)
    {
        var words = step.Instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = $"[{step.Place}] {string.Join(' ', words)}";
        return line.Length <= Width ? line : line[..(Width - 1)] + "…";
    }
}
