namespace Kiln.Workflows.Derivation;

/// <summary>What no host could run.</summary>
static class PipelineChecks
{
    /// <summary>KILN5001 names the pipeline, what is wrong with it, and what to do.</summary>
    internal static void Require(Pipeline pipeline)
    {
        if (Problem(pipeline) is { } problem)
            throw new KilnException(ErrorCodes.InvalidPipeline, $"The pipeline '{pipeline.Name}' cannot run: {problem}");
    }

    static string? Problem(Pipeline pipeline)
    {
        if (pipeline.Triggers.Count == 0)
            return "nothing triggers it. Give it Triggers.";
        if (pipeline.Jobs.Count == 0)
            return "it has no jobs. Give it Jobs.";
        if (Double(pipeline.Jobs.Select(x => x.Name)) is { } job)
            return $"two jobs are called '{job}'. Rename one.";
        var byName = pipeline.Jobs.ToDictionary(x => x.Name);
        foreach (var x in pipeline.Jobs)
        {
            if (x.Needs.FirstOrDefault(y => !byName.ContainsKey(y)) is { } missing)
                return $"the job '{x.Name}' needs '{missing}', and there is no such job. It has: {string.Join(", ", byName.Keys)}.";
            if (x.Needs.Select(y => byName[y]).FirstOrDefault(y => EventsOf(pipeline, x).Except(EventsOf(pipeline, y)).Any()) is { } rarer)
                return $"the job '{x.Name}' needs '{rarer.Name}', which does not run for {string.Join(", ", EventsOf(pipeline, x).Except(EventsOf(pipeline, rarer)))}. Let both run for the same events (On).";
            if (x.On.Count > 0 && pipeline.Triggers.Any(y => y is Trigger.Called) && pipeline.Triggers.Any(y => y is not Trigger.Called))
                return $"the job '{x.Name}' runs for some events only, and a pipeline that is called sees its caller's. Describe what is called as a pipeline of its own.";
            if (Empty(x) is { } empty)
                return empty;
            if (x.Retries is < 0 or > 2)
                return $"the job '{x.Name}' is tried again {x.Retries} times, and GitLab takes 0 to 2.";
            if (x.Timeout < TimeSpan.FromMinutes(1) || x.Timeout > TimeSpan.FromHours(24 * 30))
                return $"the job '{x.Name}' is ended after {x.Timeout}, and hosts take a minute to 30 days.";
        }

        return CycleIn(byName) ?? ArtifactProblem(pipeline);
    }

    static string? Empty(Job job) => job is { Targets.Count: 0, Before.Count: 0, After.Count: 0 }
        ? $"the job '{job.Name}' has neither targets nor steps. Give it targets, or take it out."
        : null;

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

    static string? ArtifactProblem(Pipeline pipeline)
    {
        if (Double(pipeline.Jobs.SelectMany(x => JobArtifacts.Of(x)).Select(x => x.Name)) is { } name)
            return $"two artifacts are called '{name}'. Rename one.";
        foreach (var job in pipeline.Jobs)
        {
            foreach (var taken in job.Takes)
            {
                var maker = pipeline.Jobs.FirstOrDefault(x => JobArtifacts.Of(x).Any(y => y.Name == taken));
                if (maker is null)
                    return $"the job '{job.Name}' takes the artifact '{taken}', and no job leaves it. Name it among the Artifacts of the job that makes it.";
                if (!job.Needs.Contains(maker.Name))
                    return $"the job '{job.Name}' takes the artifact '{taken}' of '{maker.Name}' without needing that job. Add '{maker.Name}' to its Needs.";
            }
        }

        return null;
    }

    static IEnumerable<JobEvent> EventsOf(Pipeline pipeline, Job job) =>
        pipeline.Events.Distinct().Where(x => job.On.Count == 0 || job.On.Contains(x));

    static string? Double(IEnumerable<string> names) => names.GroupBy(x => x, StringComparer.OrdinalIgnoreCase).FirstOrDefault(x => x.Count() > 1)?.Key;
}
