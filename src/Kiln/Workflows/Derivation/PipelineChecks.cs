namespace Kiln.Workflows.Derivation;

/// <summary>What no host could run.</summary>
static class PipelineChecks
{
    /// <summary>KILN5001 names the pipeline, what is wrong with it, and what to do; KILN5005 what has no commit or digest.</summary>
    internal static void Require(Pipeline pipeline, PipelineFacts facts)
    {
        if (Problem(pipeline, facts) is { } problem)
            throw new KilnException(ErrorCodes.InvalidPipeline, $"The pipeline '{pipeline.Name}' cannot run: {problem}");
        Pins.PinChecks.Require(pipeline);
    }

    static string? Problem(Pipeline pipeline, PipelineFacts facts)
    {
        if (pipeline.Triggers.Count == 0)
            return "nothing triggers it. Give it Triggers.";
        if (pipeline.Jobs.Count == 0)
            return "it has no jobs. Give it Jobs.";
        if (pipeline.Jobs.Select(x => x.Name).FirstDouble() is { } job)
            return $"two jobs are called '{job}'. Rename one.";
        var byName = pipeline.Jobs.ToDictionary(x => x.Name);
        return pipeline.Jobs.Select(x => JobChecks.Problem(pipeline, x, byName, facts)).FirstOrDefault(x => x is not null)
            ?? CycleIn(byName) ?? ArtifactChecks.Problem(pipeline, facts) ?? InputChecks.Problem(pipeline);
    }

    static string? CycleIn(Dictionary<string, Job> jobs)
    {
        var path = new List<string>();
        var done = new HashSet<string>();
        return jobs.Keys.Select(Visit).FirstOrDefault(x => x is not null);

        string? Visit(string name)
        {
            if (path.Contains(name))
                return $"its jobs need each other in a circle: {string.Join(" → ", path.SkipWhile(x => x != name).Append(name))}. Take one of these needs out.";
            if (!done.Add(name))
                return null;
            path.Add(name);
            var cycle = jobs[name].Needs.Select(Visit).FirstOrDefault(x => x is not null);
            path.Remove(name);
            return cycle;
        }
    }

    /// <summary>One that is there twice, whatever its case; null where there is none.</summary>
    internal static string? FirstDouble(this IEnumerable<string> names) => names.GroupBy(x => x, StringComparer.OrdinalIgnoreCase).FirstOrDefault(x => x.Count() > 1)?.Key;
}
