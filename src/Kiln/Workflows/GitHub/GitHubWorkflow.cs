using Kiln.Workflows.Derivation;
using Kiln.Workflows.Explaining;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>A pipeline as a workflow of GitHub's: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions</summary>
public static class GitHubWorkflow
{
    /// <summary>The file; KILN5001 where the pipeline cannot run, KILN5004 for what GitHub cannot do, KILN5005 for an action without a commit.</summary>
    public static WorkflowFile Of(Pipeline pipeline, PipelineFacts facts, GitHubHost host)
    {
        PipelineChecks.Require(pipeline, facts);
        return new WorkflowFile(
            $"{host.Folder}/{pipeline.Name}.yml", YamlWriter.Write(DocumentOf(pipeline, facts, host), GeneratedNotice.Lines(pipeline), "jobs"));
    }

    internal static YamlMap DocumentOf(Pipeline pipeline, PipelineFacts facts, GitHubHost host) => YamlMap.Of(
        ("name", GitHubText.Literal(pipeline.Title ?? pipeline.Name)),
        ("on", GitHubTriggers.Of(pipeline, facts)),
        // Each job asks for what it needs.
        ("permissions", YamlMap.Empty),
        ("concurrency", ConcurrencyOf(pipeline)),
        ("env", YamlMap.Of(pipeline.Variables.Select(x => (x.Key, (YamlNode?)GitHubText.Literal(x.Value)))).OrNull()),
        ("jobs", YamlMap.Of(pipeline.Jobs.Select(x => (x.Name, (YamlNode?)GitHubJob.Of(pipeline, x, facts, host).Because(Causes.Of(x)))))))
        .With(ExtraText.Read(pipeline.Extra.GitHub, $"the pipeline '{pipeline.Name}'"))
        .Because(Causes.Of(pipeline));

    // A called workflow has its caller's name and ref: in one group with it both would wait for each other.
    static YamlMap? ConcurrencyOf(Pipeline pipeline) => !pipeline.EndsOlderRuns || !pipeline.Triggers.Any(x => x is Trigger.PullRequest)
        || pipeline.Triggers.Any(x => x is Trigger.Called) ? null : YamlMap.Of(
        // Of runs that wait in a group GitHub keeps the newest only, so that runs for branches and tags have groups of their own.
        ("group", $"{pipeline.Name}-{GitHubText.Expression("github.event_name == 'pull_request' && github.ref || github.run_id")}"),
        ("cancel-in-progress", (YamlNode)true));
}
