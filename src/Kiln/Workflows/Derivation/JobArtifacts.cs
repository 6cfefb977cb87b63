using Kiln.Primitives;

namespace Kiln.Workflows.Derivation;

/// <summary>What a job leaves.</summary>
static class JobArtifacts
{
    internal const string Reports = "artifacts/reports/";
    internal const string Pushed = "artifacts/images/pushed.*";

    /// <summary>What it says itself, or Kiln's reports where its targets make some.</summary>
    internal static ValueList<Artifact> Of(Job job)
    {
        var traits = JobTraits.Of(job);
        if (job.Artifacts.Count > 0 || !(traits.UsesEngine || traits.Lints))
            return job.Artifacts;
        return [new Artifact($"{job.Name}-reports", traits.Pushes ? [Reports, Pushed] : [Reports])];
    }
}
