using Kiln.Engine.Parameters;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

sealed class InjectParameters(BuildRun run, NukeBuild build) : IOnBuildCreated
{
    public float Priority => 100;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
        => ValueInjector.Inject(build, run.Catalogue!, (_, x) => x.GetType() == typeof(ParameterAttribute));
}
