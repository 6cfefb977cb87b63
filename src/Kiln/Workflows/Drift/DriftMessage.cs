using Kiln.Primitives;

namespace Kiln.Workflows.Drift;

/// <summary>What is told where files of CI hosts are not what the build would write.</summary>
public static class DriftMessage
{
    /// <summary>KILN5003 with the diffs, and how to keep a change that somebody made by hand.</summary>
    public static KilnException Of(ValueList<WorkflowChange> changes) => new(
        ErrorCodes.WorkflowDiffers,
        $"{(changes.Count == 1 ? "A file of a CI host is" : $"{changes.Count} files of CI hosts are")} not what the build would write:\n"
        + string.Concat(changes.Select(x => $"  {x.Path}: {x.Kind}\n"))
        + string.Concat(changes.Select(x => $"\n{x.Diff}"))
        + "\nIf C# is right, run './build.sh GenerateWorkflow' and commit. If the file is right, say in C# what its lines with '-' say: by the pipeline's properties, "
        + "or by the Extra of the job ([\"key\"] = \"value\").");
}
