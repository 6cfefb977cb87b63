using Kiln.Commits;

namespace Kiln.GitHubApi;

/// <summary>A repository of GitHub's, and what it is asked with.</summary>
/// <param name="Server">The server's address, for example <c>https://github.com</c> or that of a GitHub Enterprise server.</param>
/// <param name="Owner">For example <c>acme</c>.</param>
/// <param name="Name">For example <c>shop</c>.</param>
public sealed record GitHubRepository(Uri Server, string Owner, string Name)
{
    /// <summary>The address of the API. Default: <c>https://api.github.com</c> for github.com, <c>https://api.acme.ghe.com</c> for acme.ghe.com, and <c>/api/v3</c> on any other server.</summary>
    public Uri Api { get => field ?? GitHubAddress.ApiOf(Server); init; }

    /// <summary>The job's token, or a person's; null where none was given.</summary>
    public string? Token { get; init; }

    /// <summary>Read from GitHub's variables; null where GitHub does not run the build.</summary>
    /// <param name="variables">The environment: <c>GITHUB_REPOSITORY</c>, <c>GITHUB_SERVER_URL</c>, <c>GITHUB_API_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    public static GitHubRepository? Of(IReadOnlyDictionary<string, string?> variables) =>
        new GitHubVariables(variables) is { ArePresent: true } known ? Of(known, known.Server ?? GitHubAddress.DotCom, known.Repository) : null;

    /// <summary>
    /// Read from GitHub's variables in a job, else from where <c>origin</c> fetches from, with the token in <c>GITHUB_TOKEN</c>; null where the repository is not
    /// GitHub's. A server of somebody's own is known by <c>GITHUB_SERVER_URL</c>.
    /// </summary>
    /// <param name="variables">The environment, as in a job.</param>
    /// <param name="remote">For example <c>git@github.com:acme/shop.git</c>; null where there is none.</param>
    public static GitHubRepository? Of(IReadOnlyDictionary<string, string?> variables, string? remote)
    {
        var known = new GitHubVariables(variables);
        if (known.ArePresent)
            return Of(variables);
        if (RemoteRepository.Of(remote) is not { } origin)
            return null;
        return known.Server is { } server && server.Host == origin.Host ? Of(known, server, origin.Path)
            : GitHubAddress.IsGitHubs(origin.Host) ? Of(known, new Uri($"https://{origin.Host}"), origin.Path)
            : null;
    }

    /// <summary>As people write it: <c>acme/shop</c>. The token is nobody's business.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    static GitHubRepository? Of(GitHubVariables known, Uri server, string? path)
    {
        if (path?.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name])
            return null;
        var repository = new GitHubRepository(server, owner, name) { Token = known.Token };
        return known.Api is { } api ? repository with { Api = api } : repository;
    }
}
