namespace Kiln.Workflows.Explaining;

/// <summary>Why nodes are there, in words.</summary>
static class Causes
{
    internal static string Of(Pipeline pipeline) => $"The pipeline '{pipeline.Name}', {At(pipeline.Origin)}.";

    internal static string Of(Job job) => job.Targets.Count == 0
        ? $"The job '{job.Name}', {At(job.Origin)}."
        : $"The job '{job.Name}' with {(job.Targets.Count == 1 ? "the target" : "the targets")} {string.Join(", ", job.Targets)}, {At(job.Origin)}.";

    internal static string Of(Step step) => $"A step of the build's own, {At(step.Origin)}.";

    static string At(Origin origin) => origin.Line is { } line ? $"described at {line}" : "which is Kiln's default";
}
