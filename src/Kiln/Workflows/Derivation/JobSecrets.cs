using Kiln.Primitives;

namespace Kiln.Workflows.Derivation;

/// <summary>The secrets that a job's targets need.</summary>
static class JobSecrets
{
    internal const string GitHubRegistry = "ghcr.io";
    internal const string RegistryCredentials = "REGISTRY_CREDENTIALS";
    internal const string ReceiptKey = "RECEIPT_KEY";

    /// <summary>Those that a host keeps, beside its own token.</summary>
    internal static ValueList<SecretUse> Of(Job job, PipelineFacts facts, IEnumerable<string> registriesOfHost)
    {
        var traits = JobTraits.Of(job);
        var derived = new List<SecretUse>();
        if ((traits.Pushes || traits.CleansUp) && facts.Registries.Any(x => !x.IsLoopback && !registriesOfHost.Contains(x.Registry)))
            derived.Add(new SecretUse(RegistryCredentials));
        if (traits.UsesEngine && facts.SignsReceipts)
            derived.Add(new SecretUse(ReceiptKey));
        return [.. derived.Where(x => job.Secrets.All(y => y.Variable != x.Variable)), .. job.Secrets];
    }
}
