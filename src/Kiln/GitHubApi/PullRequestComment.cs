using Kiln.Changes;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>A comment of a pull request that is kept up to date: https://docs.github.com/rest/issues/comments</summary>
public sealed class PullRequestComment : IRequestComment
{
    const int PageSize = 100;

    readonly GitHubPullRequest _request;
    readonly IIssueCommentsClient _comments;

    /// <summary>Asks nobody yet. KILN2015 where the job was given no token.</summary>
    public PullRequestComment(GitHubPullRequest request)
    {
        _request = request;
        _comments = GitHubClients.Require(request.Repository, x => Refused(x)).Issue.Comment;
    }

    /// <inheritdoc />
    public async Task<string> WriteAsync(string topic, string text, CancellationToken cancellationToken)
    {
        var (_, owner, name) = _request.Repository;
        var mark = $"<!-- kiln: {topic} -->";
        var body = $"{mark}\n{text}";
        try
        {
            var all = await _comments.GetAllForIssue(owner, name, _request.Number, new ApiOptions { PageSize = PageSize }).WaitAsync(cancellationToken);
            var mine = all.FirstOrDefault(x => x.Body.StartsWith(mark, StringComparison.Ordinal));
            if (mine?.Body.ReplaceLineEndings("\n") == body.ReplaceLineEndings("\n"))
                return mine.HtmlUrl;
            var writing = mine is null ? _comments.Create(owner, name, _request.Number, body) : _comments.Update(owner, name, mine.Id, body);
            return (await writing.WaitAsync(cancellationToken)).HtmlUrl;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GitHubRefusal.Of(error, "pull-requests: write", "that pull request") is { } reason)
        {
            throw Refused(reason, error);
        }
    }

    KilnException Refused(string reason, Exception? error = null) => new(
        ErrorCodes.CommentRefused, $"No comment was written to pull request {_request.Number} of '{_request.Repository}': {reason}.", error);
}
