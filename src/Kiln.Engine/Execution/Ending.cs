using Kiln.Engine.Output;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution;

/// <summary>What a run says at its end, once, whoever comes first: the build itself or Ctrl-C.</summary>
sealed class Ending(BuildRun run)
{
    int _isFinished;

    /// <summary>What is still owed when the run is interrupted.</summary>
    public Action BeforeFinish { get; set; } = () => { };

    public void Interrupt()
    {
        BeforeFinish();
        Finish();
    }

    /// <summary>Without a plan there is nothing to sum up; after an answer such as help nothing was run.</summary>
    public void Finish()
    {
        if (run.IsAnswered || run.Build?.ExecutionPlan is not { } plan || Interlocked.Exchange(ref _isFinished, 1) != 0)
            return;

        foreach (var target in plan)
            Settle(target);

        OutputParts.WriteErrorsAndWarnings(run.Build);
        OutputParts.WriteTargetOutcome(run.Build);
        OutputParts.WriteBuildOutcome(run.Build);
        run.Extensions.OnBuildFinished();
    }

    static void Settle(ExecutableTarget target)
    {
        target.Stopwatch.Stop();
        target.Status = target.Status switch
        {
            ExecutionStatus.Running => ExecutionStatus.Aborted,
            ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
            var other => other,
        };
    }
}
