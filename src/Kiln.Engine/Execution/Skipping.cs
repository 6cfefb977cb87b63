using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace Kiln.Engine.Execution;

/// <summary>Takes targets out of a plan, and with them what nobody else needs any more.</summary>
sealed class Skipping(NukeBuild build)
{
    /// <summary>An invoked target is not marked, but what only it needs still is.</summary>
    public void Skip(ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        var needless = target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsNeeded(x, target)).ToList();
        foreach (var dependency in needless)
            Skip(dependency, $"because of {target.Name}");
    }

    /// <summary>Evaluates conditions; whether any condition, also an earlier one, says no.</summary>
    public bool IsRuledOut(ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => x.Text).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                Skip(target, reason: null);
            }
        }
        catch (Exception exception)
        {
            Log.Error(
                exception.Unwrap(), "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception.Unwrap());
        }

        return target.OnlyWhen is not null;
    }

    bool IsNeeded(ExecutableTarget dependency, ExecutableTarget besides)
        => build.ExecutionPlan.Any(x =>
            x != besides &&
            x.Status == ExecutionStatus.Scheduled &&
            (x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency)));
}
