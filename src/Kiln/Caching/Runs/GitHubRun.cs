using Kiln.Commits;

namespace Kiln.Caching.Runs;

/// <summary>GitHub's variables and the event behind the run (https://docs.github.com/actions/reference/events-that-trigger-workflows).</summary>
static class GitHubRun
{
    // What only people with write access can cause, or what says itself whose code it is about (below).
    static readonly string[] Trusted =
        ["push", "schedule", "workflow_dispatch", "repository_dispatch", "merge_group", "release", "create", "pull_request", "workflow_run"];

    internal static CacheRun Read(IReadOnlyDictionary<string, string?> environment, string? eventText)
    {
        // Where the event is not known, neither is whose code this is, and so it is not trusted.
        var happened = GitHubEvent.Of(eventText);
        return new CacheRun(
            CacheHost.GitHub,
            new CacheRefs(
                OwnRef(environment.GetValueOrDefault("GITHUB_REF") ?? ""),
                environment.GetValueOrDefault("GITHUB_BASE_REF"),
                happened.Text("repository", "default_branch")))
        {
            Distrust = Distrust(environment.GetValueOrDefault("GITHUB_EVENT_NAME") ?? "", happened),
        };
    }

    // refs/pull/12/merge → pull/12; it cannot be taken for a branch: those lose their refs/heads/, and a fork may call one 'main'.
    static string OwnRef(string full) => full.Split('/') switch
    {
        ["refs", "pull", var number, ..] => $"refs/pull/{number}",
        ["refs", "heads" or "tags", .. var name] => string.Join('/', name),
        _ => full.Length > 0 ? full : "detached",
    };

    static string? Distrust(string name, GitHubEvent happened)
    {
        var home = happened.Text("repository", "full_name");
        var head = name switch
        {
            "pull_request" => happened.Text("pull_request", "head", "repo", "full_name"),
            "workflow_run" => happened.Text("workflow_run", "head_repository", "full_name"),
            _ => home,
        };
        if (!Trusted.Contains(name))
            return $"anyone can cause the event '{name}'";
        // A fork that was deleted since has no repository any more.
        return name is "pull_request" or "workflow_run" && (head is null || head != home)
            ? $"this run is for a fork's pull request ({head ?? "its repository is not known"})"
            : null;
    }
}
