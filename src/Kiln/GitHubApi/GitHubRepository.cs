namespace Kiln.GitHubApi;

/// <summary>A repository of GitHub's, and what it is asked with.</summary>
/// <param name="Server">The server's address, for example <c>https://github.com</c> or that of a GitHub Enterprise server.</param>
/// <param name="Owner">For example <c>acme</c>.</param>
/// <param name="Name">For example <c>shop</c>.</param>
public sealed record GitHubRepository(Uri Server, string Owner, string Name)
{
    /// <summary>The job's token, or a person's; null where none was given.</summary>
    public string? Token { get; init; }

    /// <summary>Read from GitHub's variables; null where GitHub does not run the build.</summary>
    /// <param name="variables">The environment: <c>GITHUB_REPOSITORY</c>, <c>GITHUB_SERVER_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    public static GitHubRepository? Of(IReadOnlyDictionary<string, string?> variables) =>
        new GitHubVariables(variables) is { ArePresent: true } known ? Of(known.Server, known.Repository, known.Token) : null;

    /// <summary>
    /// Read from GitHub's variables in a job, else from where <c>origin</c> fetches from, with the token in <c>GITHUB_TOKEN</c>; null where the repository is not
    /// GitHub's.
    /// </summary>
    /// <param name="variables">The environment, as in a job.</param>
    /// <param name="remote">For example <c>git@github.com:acme/shop.git</c>; null where there is none.</param>
    public static GitHubRepository? Of(IReadOnlyDictionary<string, string?> variables, string? remote) =>
        new GitHubVariables(variables) is { ArePresent: false } known ? Of(GitHubVariables.DotCom, PathOf(remote), known.Token) : Of(variables);

    /// <summary>As people write it: <c>acme/shop</c>. The token is nobody's business.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    static GitHubRepository? Of(Uri server, string? path, string? token) =>
        path?.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] ? new GitHubRepository(server, owner, name) { Token = token } : null;

    // Both https://github.com/acme/shop.git and git@github.com:acme/shop.git.
    static string? PathOf(string? remote)
    {
        const string Host = "github.com/";
        var place = (remote ?? "").Split("://")[^1].Split('@')[^1].Replace(':', '/');
        if (!place.StartsWith(Host, StringComparison.OrdinalIgnoreCase))
            return null;
        return place.EndsWith(".git", StringComparison.Ordinal) ? place[Host.Length..^4] : place[Host.Length..];
    }
}
