using Kiln.Workflows.Pins;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Asks GitHub which version of an action is the newest, and which commit that is.</summary>
public sealed class ActionResolver
{
    readonly GitHubClient _client;
    readonly bool _hasToken;

    /// <summary>Asks nobody yet.</summary>
    /// <param name="token">Raises the limit of requests from 60 to 5,000 an hour; null: none.</param>
    /// <param name="server">A GitHub Enterprise server. Default: github.com.</param>
    public ActionResolver(string? token, Uri? server = null)
    {
        _client = GitHubClients.Of(server ?? GitHubClient.GitHubApiUrl, token);
        _hasToken = token is { Length: > 0 };
    }

    /// <summary>
    /// The newest release, and its tag's commit. KILN6010 where GitHub cannot be asked, does not know it, or allows no more requests.
    /// </summary>
    /// <param name="repository">For example <c>actions/checkout</c>.</param>
    public async Task<(ActionVersion Action, string Commit)> FindNewestAsync(string repository)
    {
        if (repository.Split('/') is not [var owner, var name])
            throw new ArgumentException($"'{repository}' is no repository.", nameof(repository));
        try
        {
            var tag = (await _client.Repository.Release.GetLatest(owner, name)).TagName;
            return (new ActionVersion(repository, null, tag), await CommitOfAsync(owner, name, tag));
        }
        catch (Exception error) when (ReasonOf(error) is { } reason)
        {
            throw new KilnException(ErrorCodes.InputUnavailable, $"The newest version of the action '{repository}' is not known: {reason}. What is pinned stays.", error);
        }
    }

    string? ReasonOf(Exception error) => error switch
    {
        RateLimitExceededException when !_hasToken => $"{GitHubRefusal.Of(error)}; with the variable GITHUB_TOKEN it answers more",
        NotFoundException => "GitHub has no release of it, or does not show it",
        _ => GitHubRefusal.Of(error),
    };

    // An annotated tag is an object of its own, which names the commit.
    async Task<string> CommitOfAsync(string owner, string name, string tag)
    {
        var reference = (await _client.Git.Reference.Get(owner, name, $"tags/{tag}")).Object;
        return reference.Type.Value == TaggedType.Tag ? (await _client.Git.Tag.Get(owner, name, reference.Sha)).Object.Sha : reference.Sha;
    }
}
