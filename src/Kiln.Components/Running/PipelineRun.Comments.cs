using Kiln.Changes;
using Kiln.GitHubApi;
using Kiln.GitLabApi;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>Whether this build runs for a pull request of GitHub's or a merge request of GitLab's.</summary>
    internal static bool IsForRequest => PullRequest is not null || MergeRequest is not null;

    /// <summary>The commit that the request is to be merged onto; null where the host does not say.</summary>
    internal static string? BaseCommit => PullRequest?.BaseCommit ?? MergeRequest?.BaseCommit;

    static GitHubPullRequest? PullRequest => GitHubPullRequest.Of(Variables, Happened);

    static GitLabMergeRequest? MergeRequest => GitLabMergeRequest.Of(Variables);

    // A comment tells what is known elsewhere too, so that it cannot be written ends nothing.
    internal async Task CommentAsync(IComment build)
    {
        var empty = new ChangeRequest { Images = [], Folders = FoldersOf(build) };
        var changes = await new ChangeFinder(_reporter).FindAsync(build.CommentSettings(build.CommentSettingsBase(empty)), CancellationToken.None);
        try
        {
            IRequestComment comment = PullRequest is { } pull ? new PullRequestComment(pull) : new MergeRequestNote(MergeRequest!);
            _reporter.Information($"Commented {await comment.WriteAsync("images", ChangeText.Markdown(changes))}");
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.CommentRefused)
        {
            _reporter.Warning(refusal.Message);
        }
    }
}
