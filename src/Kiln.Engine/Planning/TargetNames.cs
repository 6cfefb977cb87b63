using Kiln.Engine.Parameters;
using Nuke.Common.Execution;

namespace Kiln.Engine.Planning;

/// <summary>Target names as people type them: case and dashes do not matter.</summary>
static class TargetNames
{
    public static bool Match(string typed, string name)
        => string.Equals(typed.Replace("-", ""), name, StringComparison.OrdinalIgnoreCase);

    public static ExecutableTarget Find(string typed, IReadOnlyList<ExecutableTarget> targets)
        => targets.FirstOrDefault(x => Match(typed, x.Name))
           ?? throw new UsageException(string.Join(
               Environment.NewLine,
               [
                   $"Target with name '{typed.Replace("-", "")}' does not exist. Available targets are:",
                   .. targets.Select(x => x.Name).Order().Select(x => $"  - {x}"),
               ]));
}
