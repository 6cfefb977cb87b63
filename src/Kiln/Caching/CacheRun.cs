using Kiln.Caching.GitHub;
using Kiln.Caching.Runs;
using Kiln.Commits;

namespace Kiln.Caching;

/// <summary>What a cache has to know of the run: where it happens, for which branch, and whether its code is trusted.</summary>
public sealed record CacheRun(CacheHost Host, CacheRefs Refs)
{
    /// <summary>Why this run must not write what others read; null where it may. A pull request's code can be anyone's.</summary>
    public string? Distrust { get; init; }

    /// <summary>Whether the host says whose code it runs; where it does not, a run writes as a trusted one, and that is said. Default: yes.</summary>
    public bool TellsOrigin { get; init; } = true;

    /// <summary>GitLab's registry for this project, with the folder <c>cache</c>. Default: none.</summary>
    public RegistryNamespace? ProjectRegistry { get; init; }

    /// <summary>What GitHub lets the run do with its cache. Default: nothing.</summary>
    public ActionsRuntime Runtime { get; init; } = ActionsRuntime.None;

    /// <summary>Read from a CI host's variables and GitHub's event, else from the checked out commit.</summary>
    /// <param name="environment">The process's variables.</param>
    /// <param name="githubEvent">The text of the file that <c>GITHUB_EVENT_PATH</c> names, or null.</param>
    /// <param name="commit">The commit, or null outside of a repository.</param>
    public static CacheRun Of(IReadOnlyDictionary<string, string?> environment, string? githubEvent, SourceCommit? commit) =>
        environment.GetValueOrDefault("GITHUB_ACTIONS") == "true" ? GitHubRun.Read(environment, githubEvent)
        : environment.GetValueOrDefault("GITLAB_CI") == "true" ? GitLabRun.Read(environment)
        : new CacheRun(CacheHost.Other, new CacheRefs(commit?.Branch ?? commit?.ShortHash ?? "local", null, commit?.DefaultBranch))
        {
            // Other CI hosts set it too; a person's own machine runs what that person trusts.
            TellsOrigin = string.IsNullOrEmpty(environment.GetValueOrDefault("CI")),
        };
}
