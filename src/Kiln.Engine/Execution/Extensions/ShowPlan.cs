using Kiln.Engine.Output;
using Kiln.Engine.Output.PlanPage;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>Writes the plan as a page that needs nothing but a browser, and says where it is.</summary>
sealed class ShowPlan(BuildRun run, NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 10;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!build.Plan)
            return;

        var file = run.TemporaryDirectory / "execution-plan.html";
        File.WriteAllText(file, PlanHtml.Render([.. executableTargets], executionPlan));
        HostConsole.Information($"Execution plan: {file}");
        if (run.Environment.IsInteractive)
            Browser.TryOpen(file, run.Environment.Variables);
        run.IsAnswered = true;
    }
}
