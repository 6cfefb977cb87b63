using Kiln.Workflows.GitLab;

namespace Kiln.Workflows.Derivation;

/// <summary>What a host's file cannot say although the host can do it, or does otherwise: a sentence for each, with what to do.</summary>
static class HostGaps
{
    internal static IEnumerable<string> OnGitHub(Pipeline pipeline) => pipeline.Jobs
        .Where(x => x.Environment is { NeedsApproval: true })
        .Select(x => $"GitHub: the job '{x.Name}' waits for nobody until the environment '{x.Environment!.Name}' has required reviewers, which its settings say (Settings, Environments) and no file can.");

    internal static IEnumerable<string> OnGitLab(IReadOnlyCollection<Pipeline> all) => all.SelectMany(x => OnGitLab(x, all));

    static IEnumerable<string> OnGitLab(Pipeline pipeline, IReadOnlyCollection<Pipeline> all)
    {
        foreach (var schedule in pipeline.Triggers.OfType<Trigger.Schedule>())
        {
            var choice = GitLabRules.IsAmbiguous(schedule, all) ? $", with the variable {GitLabRules.Choice} = {pipeline.Name}" : "";
            yield return $"GitLab: the pipeline '{pipeline.Name}' runs at '{schedule.Cron}' once a schedule says so in the project's settings (Build, Pipeline schedules){choice}: no file can.";
        }

        foreach (var input in pipeline.Triggers.OfType<Trigger.Manual>().SelectMany(x => x.Inputs).Where(x => x.IsRequired && x.Default is null && GitLabInputs.OptionsOf(x).Count == 0))
            yield return $"GitLab: a pipeline can be started without the input '{input.Name}', which is required; the target has to ask for it: .Requires(() => …).";
        foreach (var job in pipeline.Jobs)
        {
            if (job.Artifacts.Select(x => (x.Days, x.IsKeptOnFailure)).Distinct().Count() > 1)
                yield return $"GitLab: a job has one artifact, so that all of '{job.Name}' are kept for {job.Artifacts.Max(x => x.Days)} days; leave what differs in jobs of their own.";
        }
    }
}
