using Kiln.GitHubApi;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    bool _hasCheckRun;

    /// <summary>Whether GitHub runs this build, for a commit that it names.</summary>
    internal static bool IsForCommitOnGitHub => CommitOnGitHub is not null;

    static GitHubCommit? CommitOnGitHub => GitHubCommit.Of(Variables, Happened);

    // A check run tells what is known elsewhere too, so that it cannot be written ends nothing.
    internal async Task CreateCheckRunAsync(ICreateCheckRun build)
    {
        var (reports, options) = await JudgeAsync(build);
        try
        {
            _reporter.Information($"Checked   {await new LintCheckRun(CommitOnGitHub!).WriteAsync(reports, options, CancellationToken.None)}");
            _hasCheckRun = true;
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.CheckRunRefused)
        {
            _reporter.Warning($"{refusal}");
        }
    }
}
