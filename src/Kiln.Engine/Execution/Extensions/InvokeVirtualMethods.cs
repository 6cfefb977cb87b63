using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>Calls the build's own <c>On…</c> methods, after everybody else.</summary>
sealed class InvokeVirtualMethods(NukeBuild build)
    : IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed,
        IOnBuildFinished
{
    public float Priority => float.MinValue;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => build.OnBuildCreated();

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => build.OnBuildInitialized();

    public void OnTargetRunning(ExecutableTarget target) => build.OnTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => build.OnTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => build.OnTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => build.OnTargetFailed(target.Name);

    public void OnBuildFinished() => build.OnBuildFinished();
}
