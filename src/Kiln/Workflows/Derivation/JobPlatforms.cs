namespace Kiln.Workflows.Derivation;

/// <summary>What a job builds images for.</summary>
static class JobPlatforms
{
    /// <summary>None where it puts together what others built; those of its variable; or all of the images'.</summary>
    internal static IEnumerable<Platform> Of(Job job, PipelineFacts facts) =>
        JobDeeds.Of(job, facts).HasAny(Deeds.Assemble) ? []
        : job.Variables.TryGetValue(PlatformJobs.Variable, out var only) && Platform.TryParse(only, out var platform) ? [platform]
        : facts.Platforms;
}
