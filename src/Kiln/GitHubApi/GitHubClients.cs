using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Clients of GitHub's API that do not wait for ever.</summary>
static class GitHubClients
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks nobody yet; what the caller makes of the reason is thrown where there is no token, which everything needs that is not only looked at.</summary>
    internal static GitHubClient Require(GitHubRepository repository, Func<string, KilnException> refuse) =>
        repository.Token is null ? throw refuse(GitHubRefusal.WithoutToken) : Of(repository.Api, repository.Token);

    /// <summary>Asks nobody yet.</summary>
    /// <param name="api">The API's address.</param>
    /// <param name="token">Null or empty: none.</param>
    internal static GitHubClient Of(Uri api, string? token)
    {
        // Below an address that does not end so, paths would replace its last part.
        var address = api.AbsoluteUri.EndsWith('/') ? api : new Uri($"{api.AbsoluteUri}/");
        var client = new GitHubClient(new Connection(new ProductHeaderValue("kiln"), address));
        client.SetRequestTimeout(Patience);
        if (token is { Length: > 0 })
            client.Credentials = new Credentials(token);
        return client;
    }
}
