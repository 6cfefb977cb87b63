using Nuke.Common.Execution;

namespace Kiln.Engine.Output;

/// <summary>The closing table: what became of each target, and how long it took.</summary>
sealed class TargetTable(IReadOnlyCollection<ExecutableTarget> plan)
{
    const int StatusWidth = 10;
    const int DurationWidth = 10;

    // Some hosts collapse ordinary spaces.
    const char Space = '\u00A0';

    readonly int _nameWidth = Math.Max(plan.Max(x => x.Name.Length) + 4, 19);

    int Width => _nameWidth + StatusWidth + DurationWidth;

    public void Write()
    {
        HostConsole.Debug();
        HostConsole.Debug(new string('═', Width));
        HostConsole.Information(Row("Target", "Status", "Duration"));
        HostConsole.Debug(new string('─', Width));
        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Collective))
            HostConsole.Write(KindOf(target.Status), Row(target));
        HostConsole.Debug(new string('─', Width));
        HostConsole.Information(Row("Total", "", Text(plan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration))));
        HostConsole.Debug(new string('═', Width));
    }

    string Row(ExecutableTarget target)
    {
        var summary = string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
        var row = Row(target.Name, target.Status.ToString(), DurationOf(target));
        return summary.Length > 0 ? $"{row}   // {summary}" : row;
    }

    string Row(string name, string status, string duration)
        => name.PadRight(_nameWidth, Space) +
           status.PadRight(StatusWidth, Space) +
           duration.PadLeft(DurationWidth, Space);

    static string DurationOf(ExecutableTarget target)
        => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted
            ? Text(target.Duration)
            : "";

    static string Text(TimeSpan duration)
        => duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";

    static LineKind KindOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => LineKind.Success,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => LineKind.Warning,
        ExecutionStatus.Failed => LineKind.Error,
        _ => LineKind.Debug,
    };
}
