using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Clients of GitHub's API that do not wait for ever.</summary>
static class GitHubClients
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks nobody yet.</summary>
    internal static GitHubClient Of(GitHubRepository repository) => Of(repository.Server, repository.Token);

    /// <summary>Asks nobody yet.</summary>
    /// <param name="server">The address of github.com, or of a GitHub Enterprise server, below which its API lies.</param>
    /// <param name="token">Null or empty: none.</param>
    internal static GitHubClient Of(Uri server, string? token)
    {
        var client = new GitHubClient(new ProductHeaderValue("kiln"), server);
        client.SetRequestTimeout(Patience);
        if (token is { Length: > 0 })
            client.Credentials = new Credentials(token);
        return client;
    }
}
