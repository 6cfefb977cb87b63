using Kiln.Commits;

namespace Kiln.GitHubApi;

/// <summary>The commit that a build runs for, as GitHub's variables and event tell.</summary>
/// <param name="Repository">Where it is.</param>
/// <param name="Sha">All its 40 digits.</param>
public sealed record GitHubCommit(GitHubRepository Repository, string Sha)
{
    /// <summary>
    /// Read from GitHub's variables and the file of the event; null where the build does not run on GitHub. For a pull request it is the newest commit of its
    /// branch: <c>GITHUB_SHA</c> is then a merge that GitHub made to try it, and what is said of that one is shown nowhere.
    /// </summary>
    /// <param name="variables">The environment: <c>GITHUB_REPOSITORY</c>, <c>GITHUB_SHA</c>, <c>GITHUB_REF</c>, <c>GITHUB_SERVER_URL</c>, <c>GITHUB_API_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    /// <param name="happened">What <c>GITHUB_EVENT_PATH</c> names; null where there is none.</param>
    public static GitHubCommit? Of(IReadOnlyDictionary<string, string?> variables, string? happened)
    {
        if (GitHubRepository.Of(variables) is not { } repository)
            return null;
        var commit = GitHubPullRequest.Of(variables, happened) is { } request ? request.HeadCommit
            : HostedReference.Of(variables)?.PullRequest is null ? new GitHubVariables(variables).Commit
            : null;
        return commit is null ? null : new GitHubCommit(repository, commit);
    }
}
