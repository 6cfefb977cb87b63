using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;

namespace Kiln.Tests.Workflows;

/// <summary>Files of sample pipelines.</summary>
static class WorkflowText
{
    internal static Pipeline Pipeline(params IEnumerable<Job> jobs) =>
        new("sample") { Triggers = [new Trigger.Push { Branches = ["main"] }, new Trigger.PullRequest()], Jobs = [.. jobs] };

    internal static string OfGitHub(Pipeline pipeline, GitHubHost? host = null, PipelineFacts? facts = null) =>
        GitHubWorkflow.Of(pipeline, facts ?? SamplePipelines.Facts, host ?? new GitHubHost()).Text;

    internal static string OfGitLab(Pipeline pipeline, GitLabHost? host = null, PipelineFacts? facts = null) => GitLabPipeline.Of([pipeline], facts ?? SamplePipelines.Facts, host ?? new GitLabHost()).Text;
}
