namespace Kiln.Workflows.Derivation;

/// <summary>What is wrong with what jobs leave for each other, in words; null where nothing is.</summary>
static class ArtifactChecks
{
    internal static string? Problem(Pipeline pipeline, PipelineFacts facts)
    {
        var kept = pipeline.Jobs.SelectMany(x => JobArtifacts.Of(x, facts), (job, artifact) => (Job: job, artifact.Name)).ToArray();
        if (kept.Select(x => x.Name).FirstDouble() is { } name)
            return $"two artifacts are called '{name}'. Rename one.";
        // Each job of a matrix leaves its own, with a number behind the name.
        foreach (var (job, own) in kept.Where(x => x.Job.Matrix is not null))
        {
            if (kept.FirstOrDefault(x => x.Name.StartsWith($"{own}-", StringComparison.OrdinalIgnoreCase)) is { Name: { } other })
                return $"the artifact '{other}' is called like one that the matrix of the job '{job.Name}' leaves ('{own}-0'). Rename one.";
        }

        return pipeline.Jobs.SelectMany(x => x.Takes, (job, taken) => Problem(job, taken, kept)).FirstOrDefault(x => x is not null);
    }

    static string? Problem(Job job, string taken, (Job Job, string Name)[] kept)
    {
        var maker = kept.FirstOrDefault(x => x.Name == taken).Job;
        return maker is null ? $"the job '{job.Name}' takes the artifact '{taken}', and no job leaves it. Name it among the Artifacts of the job that makes it."
            : job.Needs.Contains(maker.Name) ? null
            : $"the job '{job.Name}' takes the artifact '{taken}' of '{maker.Name}' without needing that job. Add '{maker.Name}' to its Needs.";
    }
}
