using Kiln.Primitives;
using Kiln.Workflows.Pins;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Asks GitHub which version of an action is the newest, and which commit that is.</summary>
public sealed class ActionResolver
{
    const int PageSize = 100;

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
    /// Of each repository the release with the highest semantic version, or where it has none the highest such tag, and the commit of it. One that GitHub does not
    /// know is told, and the others are asked all the same; where it answers nobody, that is told once.
    /// </summary>
    /// <param name="repositories">For example <c>actions/checkout</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<NewestActions> FindNewestAsync(IEnumerable<string> repositories, CancellationToken cancellationToken)
    {
        var (found, problems) = (new List<(ActionVersion, string)>(), new List<string>());
        foreach (var repository in repositories)
        {
            try
            {
                found.Add(await FindNewestAsync(repository, cancellationToken));
            }
            catch (KilnException error) when (error.Code == ErrorCodes.InputUnavailable)
            {
                problems.Add(error.Message);
                if (error.InnerException is not (null or NotFoundException))
                    break;
            }
        }

        return new NewestActions(found.ToValueList(), problems.ToValueList());
    }

    /// <summary>The same of one repository. KILN6010 where GitHub cannot be asked, does not know it or any version of it, or allows no more requests.</summary>
    /// <param name="repository">For example <c>actions/checkout</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(ActionVersion Action, string Commit)> FindNewestAsync(string repository, CancellationToken cancellationToken)
    {
        if (repository.Split('/') is not [var owner, var name])
            throw new ArgumentException($"'{repository}' is no repository.", nameof(repository));
        try
        {
            // The release that a repository calls its latest may be one of something else, as that of CodeQL's bundle is.
            var releases = await _client.Repository.Release.GetAll(owner, name, new ApiOptions { PageSize = PageSize, PageCount = 1 }).WaitAsync(cancellationToken);
            if (Highest(releases.Where(x => x is { Draft: false, Prerelease: false }), x => x.TagName) is { } release)
                return (new ActionVersion(repository, null, release.TagName), await CommitOfAsync(owner, name, release.TagName).WaitAsync(cancellationToken));
            var tags = await _client.Repository.GetAllTags(owner, name, new ApiOptions { PageSize = PageSize }).WaitAsync(cancellationToken);
            return Highest(tags, x => x.Name) is { } tag
                ? (new ActionVersion(repository, null, tag.Name), tag.Commit.Sha)
                : throw Unknown(repository, "it has neither a release nor a tag that is a version, such as v1.2.3");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReasonOf(error) is { } reason)
        {
            throw Unknown(repository, reason, error);
        }
    }

    static T? Highest<T>(IEnumerable<T> items, Func<T, string> nameOf) where T : class => items
        .Where(x => SemanticVersion.TryParse(nameOf(x)) is { PreRelease: "" })
        .MaxBy(x => ActionOrder.Of(nameOf(x)));

    static KilnException Unknown(string repository, string reason, Exception? error = null) =>
        new(ErrorCodes.InputUnavailable, $"The newest version of the action '{repository}' is not known: {reason}. What is pinned stays.", error);

    string? ReasonOf(Exception error) => error switch
    {
        RateLimitExceededException when !_hasToken => $"{GitHubRefusal.Of(error)}; with the variable GITHUB_TOKEN it answers more",
        NotFoundException => "GitHub has no such repository, or does not show it",
        _ => GitHubRefusal.Of(error),
    };

    // An annotated tag is an object of its own, which names the commit.
    async Task<string> CommitOfAsync(string owner, string name, string tag)
    {
        var reference = (await _client.Git.Reference.Get(owner, name, $"tags/{tag}")).Object;
        return reference.Type.Value == TaggedType.Tag ? (await _client.Git.Tag.Get(owner, name, reference.Sha)).Object.Sha : reference.Sha;
    }
}
