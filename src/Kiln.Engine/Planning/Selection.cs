using Nuke.Common.Execution;

namespace Kiln.Engine.Planning;

/// <summary>
/// What a run needs: targets, what they depend on, what those trigger, what that depends on, and so on.
/// </summary>
static class Selection
{
    public static HashSet<ExecutableTarget> Of(IEnumerable<ExecutableTarget> targets)
    {
        var selection = new HashSet<ExecutableTarget>();
        var waiting = new Stack<ExecutableTarget>(targets);
        while (waiting.TryPop(out var target))
        {
            if (!selection.Add(target))
                continue;

            foreach (var next in target.ExecutionDependencies.Concat(target.Triggers))
                waiting.Push(next);
        }

        return selection;
    }
}
