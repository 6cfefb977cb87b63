using Kiln.Engine.Output;
using Kiln.Engine.Planning;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace Kiln.Engine.Execution;

/// <summary>Runs the planned targets one after the other.</summary>
/// <param name="run">The run.</param>
/// <param name="build">Its build.</param>
/// <param name="interruption">Asked wherever the main thread could go on.</param>
sealed class BuildExecutor(BuildRun run, NukeBuild build, Interruption interruption)
{
    readonly Skipping _skipping = new(build);
    readonly AttemptFile _attempt = new(run);
    IReadOnlySet<string> _previouslySucceeded = new HashSet<string>();

    IReadOnlyCollection<ExecutableTarget> Plan => build.ExecutionPlan;

    /// <param name="skipped">Names as typed; an empty list means all, null means none.</param>
    public void Run(IReadOnlyList<string>? skipped)
    {
        foreach (var target in Plan.Where(x => IsNamed(x, skipped)))
            _skipping.Skip(target, "via parameter");

        foreach (var target in Plan)
            _skipping.IsRuledOut(target, target.StaticConditions);

        new Requirements(run, build).Check(build.ScheduledTargets);
        _previouslySucceeded = _attempt.Begin(build.Continue);

        try
        {
            foreach (var target in Plan)
                Run(target, isFailing: false);
        }
        catch
        {
            interruption.WaitIfInterrupted();
            RunAssured();
            throw;
        }
    }

    /// <summary>After a failure: what must run in any case. Failures of these no longer change anything.</summary>
    public void RunAssured()
    {
        foreach (var target in Plan.Where(x => x.AssuredAfterFailure))
        {
            if (target.Status == ExecutionStatus.Scheduled)
                Run(target, isFailing: true);
        }
    }

    static bool IsNamed(ExecutableTarget target, IReadOnlyList<string>? names)
        => names is not null && (names.Count == 0 || names.Any(x => TargetNames.Match(x, target.Name)));

    void Run(ExecutableTarget target, bool isFailing)
    {
        interruption.WaitIfInterrupted();
        if (target.Status == ExecutionStatus.Skipped ||
            _previouslySucceeded.Contains(target.Name) ||
            _skipping.IsRuledOut(target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            run.Extensions.OnTargetSkipped(target);
        }
        else if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
        }
        else
        {
            using (run.Log.BeginTarget(target.Name))
            using (OutputParts.WriteTarget(build, target.Name))
                RunActions(target, isFailing);
        }
    }

    void RunActions(ExecutableTarget target, bool isFailing)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        run.Extensions.OnTargetRunning(target);
        try
        {
            foreach (var action in target.Actions)
                action();

            interruption.WaitIfInterrupted();
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            run.Extensions.OnTargetSucceeded(target);
            _attempt.Add(target.Name);
        }
        catch (Exception exception)
        {
            var failure = exception.Unwrap();
            interruption.WaitAfterFailure(failure);
            Fail(target, failure, isFailing);
        }
    }

    void Fail(ExecutableTarget target, Exception exception, bool isFailing)
    {
        if (target.SummaryInformation.Count == 0)
        {
            target.SummaryInformation[exception.GetType().Name] = exception.Message.Split('\n')[0].TrimEnd('\r');
            run.Extensions.OnTargetSummaryUpdated(build, target);
        }

        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        run.Extensions.OnTargetFailed(target);

        if (!target.ProceedAfterFailure && !isFailing)
            throw new TargetExecutionException(target.Name, exception);
    }
}
