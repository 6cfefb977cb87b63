using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>What a job's token may do: what its targets need, and nothing else.</summary>
static class GitHubPermissions
{
    internal static YamlMap Of(Job job, PipelineFacts facts, GitHubHost host)
    {
        var deeds = JobDeeds.Of(job, facts);
        var proposes = job.Before.Concat(job.After).Any(x => x is Step.Propose);
        return YamlMap.Of(
            // To check out, and to push what is proposed.
            ("contents", proposes ? Write("It pushes what it proposes.") : new YamlText("read").Because("It checks the repository out.")),
            ("packages", !facts.Registries.Any(x => x.Registry == JobSecrets.GitHubRegistry) ? null
                : deeds.HasAny(Deeds.Push) ? Write("It pushes to ghcr.io.")
                : deeds.HasAny(Deeds.CleanUp) ? Write("It deletes old tags in ghcr.io.")
                : deeds.HasAny(Deeds.Comment) ? new YamlText("read").Because("It compares with the base branch's images in ghcr.io.")
                : null),
            ("pull-requests", proposes ? Write("It opens a pull request.") : deeds.HasAny(Deeds.Comment) ? Write("It writes into the pull request.")
                : deeds.HasAny(Deeds.CleanUp) ? new YamlText("read").Because("It asks which pull requests are open.")
                : null),
            ("checks", deeds.HasAny(Deeds.WriteChecks) ? Write("It writes a check run.") : null),
            ("actions", deeds.HasAny(Deeds.CleanUp) ? Write("It deletes caches that nobody reads any more.")
                : deeds.HasAny(Deeds.Scan | Deeds.Lint) && host.ShowsFindings ? new YamlText("read").Because("To show what scanners found in a private repository it has to know the run.") : null),
            ("security-events", deeds.HasAny(Deeds.Scan | Deeds.Lint) && host.ShowsFindings ? Write("It shows what scanners found (ShowsFindings).") : null),
            ("id-token", job.IdTokens.Count > 0 ? Write("It says who it is (IdTokens).") : null));

        static YamlNode Write(string cause) => new YamlText("write").Because(cause);
    }
}
