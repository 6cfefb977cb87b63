using Kiln.Primitives;

namespace Kiln.Workflows.Derivation;

/// <summary>What a job leaves.</summary>
static class JobArtifacts
{
    internal const string Reports = "artifacts/reports/";
    internal const string Pushed = "artifacts/images/pushed.*";

    /// <summary>What it says itself, or Kiln's reports where its targets make some.</summary>
    internal static ValueList<Artifact> Of(Job job, PipelineFacts facts)
    {
        var deeds = JobDeeds.Of(job, facts);
        if (job.Artifacts.Count > 0 || !deeds.HasAny(Deeds.UseEngine | Deeds.Lint))
            return job.Artifacts;
        return [new Artifact($"{job.Name}-reports", deeds.HasAny(Deeds.Push) ? [Reports, Pushed] : [Reports])];
    }
}
