using Kiln.Commits;

namespace Kiln.GitHubApi;

/// <summary>The pull request that a build runs for, as GitHub's variables and event tell.</summary>
/// <param name="Repository">Which it is to be merged into.</param>
/// <param name="Number">Its number.</param>
public sealed record GitHubPullRequest(GitHubRepository Repository, int Number)
{
    /// <summary>The newest commit of the branch that it is to be merged into, when the event happened; null where the event does not say.</summary>
    public string? BaseCommit { get; init; }

    /// <summary>The newest commit of its own branch, when the event happened; null where the event does not say.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>Read from GitHub's variables and the file of the event; null where the build runs for no pull request of GitHub's, or the file cannot be read.</summary>
    /// <param name="variables">The environment: <c>GITHUB_REPOSITORY</c>, <c>GITHUB_SERVER_URL</c>, <c>GITHUB_API_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    /// <param name="happened">What <c>GITHUB_EVENT_PATH</c> names; null where there is none.</param>
    public static GitHubPullRequest? Of(IReadOnlyDictionary<string, string?> variables, string? happened)
    {
        var told = GitHubEvent.Of(happened);
        return GitHubRepository.Of(variables) is { } repository && told.Number("pull_request", "number") is { } number
            ? new GitHubPullRequest(repository, number) { BaseCommit = told.Text("pull_request", "base", "sha"), HeadCommit = told.Text("pull_request", "head", "sha") }
            : null;
    }
}
