using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>
/// What takes part in a run beside its targets: the engine's own steps and the attributes of the build class, by
/// priority.
/// </summary>
sealed class ExtensionList(IReadOnlyList<IBuildExtension> extensions)
{
    public static ExtensionList Of(BuildRun run, NukeBuild build)
    {
        var attributes = build.GetType().GetCustomAttributes<BuildExtensionAttributeBase>().ToList();
        foreach (var attribute in attributes)
            attribute.Build = build;

        IBuildExtension[] own =
        [
            new InjectParameters(run, build),
            new WriteSchema(run, build),
            new ShowPlan(run, build),
            new ShowHelp(run, build),
            new InjectOtherValues(run, build),
            new InvokeVirtualMethods(build),
        ];
        return new([.. own.Concat(attributes).OrderByDescending(x => x.Priority)]);
    }

    public void OnBuildCreated(IReadOnlyList<ExecutableTarget> targets)
        => Each<IOnBuildCreated>(x => x.OnBuildCreated(targets));

    public void OnBuildInitialized(
        IReadOnlyList<ExecutableTarget> targets, IReadOnlyCollection<ExecutableTarget> plan, Func<bool> isAnswered)
        => Each<IOnBuildInitialized>(x => x.OnBuildInitialized(targets, plan), isAnswered);

    public void OnTargetRunning(ExecutableTarget target) => Each<IOnTargetRunning>(x => x.OnTargetRunning(target));

    public void OnTargetSkipped(ExecutableTarget target) => Each<IOnTargetSkipped>(x => x.OnTargetSkipped(target));

    public void OnTargetSucceeded(ExecutableTarget target)
        => Each<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));

    public void OnTargetFailed(ExecutableTarget target) => Each<IOnTargetFailed>(x => x.OnTargetFailed(target));

    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target)
        => Each<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(build, target));

    public void OnBuildFinished() => Each<IOnBuildFinished>(x => x.OnBuildFinished());

    void Each<T>(Action<T> act, Func<bool>? isOver = null)
        where T : IBuildExtension
    {
        foreach (var extension in extensions.OfType<T>())
        {
            if (isOver?.Invoke() == true)
                return;

            act(extension);
        }
    }
}
