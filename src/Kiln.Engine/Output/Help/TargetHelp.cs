using System.Text;
using Nuke.Common.Execution;

namespace Kiln.Engine.Output.Help;

static class TargetHelp
{
    const int NarrowestColumn = 20;

    public static string Text(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var width = targets.Select(x => x.Name.Length).Append(NarrowestColumn).Max();
        var text = new StringBuilder("Targets (with their direct dependencies):").AppendLine().AppendLine();
        foreach (var target in targets.Where(x => x.Listed))
        {
            text.AppendLine($"  {Name(target).PadRight(width)}{Dependencies(target)}");
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.AppendLine($"    {target.Description}");
        }

        return text.ToString();
    }

    static string Name(ExecutableTarget target) => target.IsDefault ? $"{target.Name} (default)" : target.Name;

    static string Dependencies(ExecutableTarget target)
        => target.ExecutionDependencies.Count > 0
            ? $" -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
            : "";
}
