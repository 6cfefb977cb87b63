namespace Kiln.GitHubApi;

/// <summary>The commit that a build runs for, as GitHub's variables and event tell.</summary>
/// <param name="Server">The server's address, for example <c>https://github.com</c> or that of a GitHub Enterprise server.</param>
/// <param name="Repository">For example <c>acme/shop</c>.</param>
/// <param name="Sha">All its 40 digits.</param>
public sealed record GitHubCommit(Uri Server, string Repository, string Sha)
{
    /// <summary>The job's token; null where it was not given one.</summary>
    public string? Token { get; init; }

    /// <summary>
    /// Read from GitHub's variables and the file of the event; null where the build does not run on GitHub. For a pull request it is the newest commit of its
    /// branch: <c>GITHUB_SHA</c> is then a merge that GitHub made to try it, and what is said of that one is shown nowhere.
    /// </summary>
    /// <param name="variables">The environment: <c>GITHUB_REPOSITORY</c>, <c>GITHUB_SHA</c>, <c>GITHUB_SERVER_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    /// <param name="happened">What <c>GITHUB_EVENT_PATH</c> names; null where there is none.</param>
    public static GitHubCommit? Of(IReadOnlyDictionary<string, string?> variables, string? happened)
    {
        if (new GitHubVariables(variables) is not { ArePresent: true, Repository: { } repository } known)
            return null;
        var commit = GitHubPullRequest.Of(variables, happened) is { } request ? request.HeadCommit : known.Commit;
        return commit is null ? null : new GitHubCommit(known.Server, repository, commit) { Token = known.Token };
    }
}
