using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>What a job's token may do: what its targets need, and nothing else.</summary>
static class GitHubPermissions
{
    internal static YamlMap Of(Job job, PipelineFacts facts, GitHubHost host)
    {
        var traits = JobTraits.Of(job);
        var proposes = job.Before.Concat(job.After).Any(x => x is Step.Propose);
        return YamlMap.Of(
            // To check out, and to push what is proposed.
            ("contents", proposes ? "write" : "read"),
            ("packages", traits.Pushes && facts.Registries.Any(x => x.Registry == JobSecrets.GitHubRegistry) ? "write" : null),
            ("pull-requests", proposes ? "write" : null),
            ("security-events", traits.Scans && host.ShowsFindings ? "write" : null),
            ("id-token", job.IdTokens.Count > 0 ? "write" : null));
    }
}
