#nullable disable
using Kiln.Engine.Execution;
using Kiln.Engine.Parameters;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common;

partial class NukeBuild
{
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }

    [Parameter(
        "List of targets to be invoked. Default is '{default_target}'.",
        Name = BuiltIn.Target, Separator = BuiltIn.TargetSeparator)]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    [Parameter(
        "List of targets to be skipped. Empty list skips all dependencies.",
        Name = BuiltIn.Skip, Separator = BuiltIn.TargetSeparator)]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => In(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => In(ExecutionStatus.Scheduled);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => In(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => In(ExecutionStatus.Aborted);

    public IReadOnlyCollection<ExecutableTarget> FailedTargets => In(ExecutionStatus.Failed);

    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => In(ExecutionStatus.Succeeded);

    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    public bool IsSucceeding => !IsFailing;

    public bool IsFailing
        => ExecutionPlan.Any(x =>
            x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    public bool IsFinished => ScheduledTargets.Count + RunningTargets.Count == 0;

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null)
    {
        var target = ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running);
        target.SummaryInformation = new(configurator?.Invoke([]) ?? []);
        BuildRun.Current.Extensions.OnTargetSummaryUpdated(this, target);
    }

    private IReadOnlyCollection<ExecutableTarget> In(ExecutionStatus status)
        => [.. ExecutionPlan.Where(x => x.Status == status)];
}
