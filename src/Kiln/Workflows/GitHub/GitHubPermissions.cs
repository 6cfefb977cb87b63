using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>What a job's token may do: what its targets need, and nothing else.</summary>
static class GitHubPermissions
{
    internal static YamlMap Of(Job job, PipelineFacts facts, GitHubHost host)
    {
        var traits = JobTraits.Of(job);
        return YamlMap.Of(
            // To check out.
            ("contents", "read"),
            ("packages", traits.Pushes && facts.Registries.Any(x => x.Registry == JobSecrets.GitHubRegistry) ? "write" : null),
            ("security-events", traits.Scans && host.ShowsFindings ? "write" : null),
            ("id-token", job.IdTokens.Count > 0 ? "write" : null));
    }
}
