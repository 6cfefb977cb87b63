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
    /// <param name="api">The address of the API, of a GitHub Enterprise server for example. Default: github.com's.</param>
    public ActionResolver(string? token, Uri? api = null)
    {
        _client = GitHubClients.Of(api ?? GitHubAddress.ApiOf(GitHubAddress.DotCom), token);
        _hasToken = token is { Length: > 0 };
    }

    /// <summary>Asks nobody yet.</summary>
    /// <param name="variables">The environment: <c>GITHUB_API_URL</c>, <c>GITHUB_TOKEN</c>.</param>
    public static ActionResolver Of(IReadOnlyDictionary<string, string?> variables)
    {
        var known = new GitHubVariables(variables);
        return new ActionResolver(known.Token, known.Api);
    }

    /// <summary>
    /// The newest release, and its tag's commit. KILN6010 where GitHub cannot be asked, does not know it, or allows no more requests.
    /// </summary>
    /// <param name="repository">For example <c>actions/checkout</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(ActionVersion Action, string Commit)> FindNewestAsync(string repository, CancellationToken cancellationToken)
    {
        if (repository.Split('/') is not [var owner, var name])
            throw new ArgumentException($"'{repository}' is no repository.", nameof(repository));
        try
        {
            var tag = (await _client.Repository.Release.GetLatest(owner, name).WaitAsync(cancellationToken)).TagName;
            return (new ActionVersion(repository, null, tag), await CommitOfAsync(owner, name, tag).WaitAsync(cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReasonOf(error) is { } reason)
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
