using System.Linq.Expressions;
using System.Reflection;
using Kiln.Engine.Parameters;
using Kiln.Engine.Targets;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>
/// Attributes other than plain parameters are asked after planning: some only if a planned target requires the
/// member.
/// </summary>
sealed class InjectOtherValues(BuildRun run, NukeBuild build) : IOnBuildInitialized
{
    public float Priority => -100;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var isOnDemand = build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute));
        ValueInjector.Inject(build, run.Catalogue!, (member, attribute) =>
            attribute.GetType() != typeof(ParameterAttribute) &&
            (!(isOnDemand || member.IsDefined(typeof(OnDemandAttribute))) || IsRequired(member, executionPlan)));
    }

    static bool IsRequired(MemberInfo member, IEnumerable<ExecutableTarget> plan)
        => !member.IsDefined(typeof(RequiredAttribute)) &&
           plan.SelectMany(x => x.DelegateRequirements)
               .Where(x => x is not Expression<Func<bool>>)
               .Any(x => MemberExpressions.MemberOf(x) == member);
}
