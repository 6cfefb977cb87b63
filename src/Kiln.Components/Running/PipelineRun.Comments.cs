using Kiln.Changes;
using Kiln.GitHubApi;
using Kiln.GitLabApi;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>Whether this build runs for a pull request of GitHub's or a merge request of GitLab's.</summary>
    internal static bool IsForRequest => PullRequest is not null || MergeRequest is not null;

    /// <summary>The commit that the request is to be merged onto; null where the host does not say.</summary>
    internal static string? BaseCommit => PullRequest?.BaseCommit ?? MergeRequest?.BaseCommit;

    static GitHubPullRequest? PullRequest => GitHubPullRequest.Of(Variables, Happened);

    static GitLabMergeRequest? MergeRequest => GitLabMergeRequest.Of(Variables);

    internal async Task CommentAsync(IComment build)
    {
        var empty = new ChangeRequest { Images = [], Folders = FoldersOf(build) };
        var request = build.CommentSettings(build.CommentSettingsBase(empty));
        var changes = await new ChangeFinder(_reporter).FindAsync(request, CancellationToken.None);
        var text = ChangeText.Markdown(changes, PullRequest?.HeadCommit ?? MergeRequest?.HeadCommit);
        // Before the host is asked: who may not write there shall read it here.
        if (SummaryPage is { } page)
            JobSummary.AppendTo(page, $"{text}\n", _reporter);
        await WriteCommentAsync(ChangeTopic.Of(request.Images, build.Images.ToValueList()), text);
    }

    // A comment tells what is known elsewhere too, so that it cannot be written ends nothing.
    async Task WriteCommentAsync(string topic, string text)
    {
        try
        {
            IRequestComment comment = PullRequest is { } pull ? new PullRequestComment(pull) : new MergeRequestNote(MergeRequest!);
            _reporter.Information($"Commented {await comment.WriteAsync(topic, text, CancellationToken.None)}");
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.CommentRefused)
        {
            _reporter.Warning($"{refusal}");
            if (SummaryPage is null)
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    _reporter.Information(line);
        }
    }
}
