#nullable disable
using Nuke.Common.Execution;

namespace Nuke.Common;

public static class ExecutableTargetExtensions
{
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target)
        => targets.Any(x => x.Factory == (Delegate)target);
}
