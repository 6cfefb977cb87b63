using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>A finished step in one plain line.</summary>
static class BuildProgress
{
    const int Width = 100;

    /// <summary>For example <c>   4.2 s  [api build 3/5] RUN go build</c>.</summary>
    internal static string Line(BuildStep step, string place) =>
        $"{(step.Error.Length > 0 ? "failed" : step.IsCached ? "cached" : HumanUnits.Duration(step.Duration)),8}  {Short($"[{place}] {step.Instruction}")}";

    internal static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Width ? line : line[..(Width - 1)] + "…";
    }
}
