namespace Kiln.Workflows.Derivation;

/// <summary>What is wrong with a job, in words; null where nothing is.</summary>
static class JobChecks
{
    internal static string? Problem(Pipeline pipeline, Job job, Dictionary<string, Job> jobs, PipelineFacts facts)
    {
        if (job.Needs.FirstOrDefault(x => !jobs.ContainsKey(x)) is { } missing)
            return $"the job '{job.Name}' needs '{missing}', and there is no such job. It has: {string.Join(", ", jobs.Keys)}.";
        var events = pipeline.EventsOf(job).ToArray();
        if (events.Length == 0)
            return $"the job '{job.Name}' runs for {string.Join(", ", job.On)}, and the pipeline never does. It runs for {string.Join(", ", pipeline.Events.Distinct())}: change On, or add a trigger.";
        if (job.Needs.Select(x => jobs[x]).FirstOrDefault(x => events.Except(pipeline.EventsOf(x)).Any()) is { } rarer)
            return $"the job '{job.Name}' needs '{rarer.Name}', which does not run for {string.Join(", ", events.Except(pipeline.EventsOf(rarer)))}. Let both run for the same events (On).";
        if (job.On.Count > 0 && pipeline.Triggers.Any(x => x is Trigger.Called) && pipeline.Triggers.Any(x => x is not Trigger.Called))
            return $"the job '{job.Name}' runs for some events only, and a pipeline that is called sees its caller's. Describe what is called as a pipeline of its own.";
        if (job is { Targets.Count: 0, Before.Count: 0, After.Count: 0 })
            return $"the job '{job.Name}' has neither targets nor steps. Give it targets, or take it out.";
        if (job.Retries is < 0 or > 2)
            return $"the job '{job.Name}' is tried again {job.Retries} times, and GitLab takes 0 to 2.";
        if (job.Timeout < TimeSpan.FromMinutes(1) || job.Timeout > TimeSpan.FromHours(24 * 30))
            return $"the job '{job.Name}' is ended after {job.Timeout}, and hosts take a minute to 30 days.";
        if (job.Runner is { IsHosted: true, OperatingSystem: not RunnerSystem.Linux } && JobDeeds.Of(job, facts).HasAny(Deeds.UseEngine))
            return $"the job '{job.Name}' builds images on the hosts' own {job.Runner.OperatingSystem} machine, which has no engine for them. Take Runner.Linux, or a machine of your own: Runner.Labels(…).";
        return null;
    }
}
