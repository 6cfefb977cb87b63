using Kiln.Components.Running;
using Kiln.Workflows;
using Kiln.Workflows.Defaults;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>What CI hosts run for this build, described once for all of them.</summary>
public interface IHazPipelines : IHazImages, IHazLock
{
    /// <summary>Default: pull requests are built and scanned, the default branch and tags are pushed, and once a week what is stale is listed.</summary>
    IEnumerable<Pipeline> Pipelines => DefaultPipelines.Of(PipelineRun.Of(this).FactsOf(this), PipelineRun.TargetNamesOf(this), FanOut, CommentsOnPullRequests, CreatesCheckRuns);

    /// <summary>How the default pipelines spread the work on images over machines. Default: one job does all.</summary>
    FanOut FanOut => FanOut.OneJob;

    /// <summary>Whether the default pipelines tell pull and merge requests what they do to the images (<see cref="IComment"/>). Default: no; GitHub's jobs may only read then.</summary>
    bool CommentsOnPullRequests => false;

    /// <summary>Whether the default pipelines show what is held against Dockerfiles as a check run of GitHub's (<see cref="ICreateCheckRun"/>). Default: no; their jobs may only read then.</summary>
    bool CreatesCheckRuns => false;

    /// <summary>The branch that the default pipelines push from. Default: <c>main</c>; what git says of it differs from machine to machine.</summary>
    string ReleaseBranch => "main";

    /// <summary>Whether jobs get the secret <c>RECEIPT_KEY</c>, by which receipts are signed. Default: no.</summary>
    bool SignsReceipts => false;

    /// <summary>How files for GitHub are written; null: none are. Default: where the repository's origin is not GitLab's.</summary>
    GitHubHost? GitHub => PipelineRun.Of(this).IsOnGitLab ? null : new();

    /// <summary>How the file for GitLab is written; null: none is. Default: where the repository's origin is GitLab's.</summary>
    GitLabHost? GitLab => PipelineRun.Of(this).IsOnGitLab ? new() : null;

    /// <summary>Kiln's own choice: all pipelines, and what the build and its lock say.</summary>
    sealed Configure<WorkflowRequest> WorkflowSettingsBase => _ => _ with
    {
        Pipelines = [.. Pipelines],
        Facts = PipelineRun.Of(this).FactsOf(this),
        GitHub = GitHub,
        GitLab = GitLab,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<WorkflowRequest> WorkflowSettings => _ => _;
}
