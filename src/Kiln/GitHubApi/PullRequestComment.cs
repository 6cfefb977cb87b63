using System.Net;
using Kiln.Changes;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>A comment of a pull request that is kept up to date: https://docs.github.com/rest/issues/comments</summary>
public sealed class PullRequestComment : IRequestComment
{
    const int PageSize = 100;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly GitHubPullRequest _request;
    readonly GitHubClient _client;

    /// <summary>Asks nobody yet. KILN2015 where the job was given no token.</summary>
    public PullRequestComment(GitHubPullRequest request)
    {
        _request = request;
        var token = request.Token ?? throw Refused("this job was given no token in GITHUB_TOKEN");
        _client = new GitHubClient(new ProductHeaderValue("kiln"), request.Server) { Credentials = new Credentials(token) };
        _client.SetRequestTimeout(Patience);
    }

    /// <inheritdoc />
    public async Task<string> WriteAsync(string topic, string text)
    {
        var (owner, name) = _request.Repository.Split('/') is [var first, var second] ? (first, second) : throw Refused($"'{_request.Repository}' is no repository");
        var mark = $"<!-- kiln: {topic} -->";
        var body = $"{mark}\n{text}";
        try
        {
            var all = await _client.Issue.Comment.GetAllForIssue(owner, name, _request.Number, new ApiOptions { PageSize = PageSize });
            var mine = all.FirstOrDefault(x => x.Body.StartsWith(mark, StringComparison.Ordinal));
            if (mine?.Body.ReplaceLineEndings("\n") == body.ReplaceLineEndings("\n"))
                return mine.HtmlUrl;
            var written = mine is null
                ? await _client.Issue.Comment.Create(owner, name, _request.Number, body)
                : await _client.Issue.Comment.Update(owner, name, mine.Id, body);
            return written.HtmlUrl;
        }
        catch (RateLimitExceededException limit)
        {
            throw Refused($"GitHub answers no more requests until {limit.Reset.ToLocalTime():HH:mm}", limit);
        }
        catch (AuthorizationException refused)
        {
            throw Refused("GitHub does not take the token in GITHUB_TOKEN", refused);
        }
        catch (ForbiddenException forbidden)
        {
            throw Refused($"the job's token lacks the permission 'pull-requests: write', which a pull request from a fork never has: {forbidden.Message.TrimEnd('.')}", forbidden);
        }
        catch (NotFoundException missing)
        {
            throw Refused("GitHub does not show that pull request to the token in GITHUB_TOKEN", missing);
        }
        catch (ApiException answer)
        {
            throw Refused($"GitHub answers HTTP {(int)answer.StatusCode}: {answer.Message.TrimEnd('.')}", answer);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or WebException)
        {
            throw Refused($"GitHub cannot be reached: {error.GetBaseException().Message.TrimEnd('.')}", error);
        }
    }

    KilnException Refused(string reason, Exception? error = null) => new(
        ErrorCodes.CommentRefused, $"No comment was written to pull request {_request.Number} of '{_request.Repository}': {reason}.", error);
}
