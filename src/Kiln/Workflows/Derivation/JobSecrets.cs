using Kiln.Primitives;

namespace Kiln.Workflows.Derivation;

/// <summary>The secrets that a job's targets need.</summary>
static class JobSecrets
{
    internal const string GitHubRegistry = "ghcr.io";
    internal const string RegistryCredentials = "REGISTRY_CREDENTIALS";
    internal const string ReceiptKey = "RECEIPT_KEY";

    /// <summary>Those that a host keeps, beside its own token.</summary>
    internal static ValueList<SecretUse> Of(Pipeline pipeline, Job job, PipelineFacts facts, IEnumerable<string> registriesOfHost)
    {
        var deeds = JobDeeds.Of(job, facts);
        var derived = new List<SecretUse>();
        if (deeds.HasAny(Deeds.Push | Deeds.CleanUp) && facts.Registries.Any(x => !x.IsLoopback && !registriesOfHost.Contains(x.Registry)))
            derived.Add(new SecretUse(RegistryCredentials));
        // A pull request can edit the build, and what it signed would pass for a branch's.
        if (deeds.HasAny(Deeds.UseEngine) && facts.SignsReceipts && pipeline.EventsOf(job).Any(x => x != JobEvent.PullRequest))
            derived.Add(new SecretUse(ReceiptKey) { IsWithheldFromRequests = true });
        return [.. derived.Where(x => job.Secrets.All(y => y.Variable != x.Variable)), .. job.Secrets];
    }
}
