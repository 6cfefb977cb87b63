using Kiln.Engine.Output;
using Kiln.Engine.Output.Help;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>Help is also the answer when there is nothing to run.</summary>
sealed class ShowHelp(BuildRun run, NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 5;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!build.Help && executionPlan.Count > 0)
            return;

        HostConsole.Debug(TargetHelp.Text(executableTargets));
        HostConsole.Debug(ParameterHelp.Text(run.Catalogue!.Listed, executableTargets));
        run.IsAnswered = true;
    }
}
