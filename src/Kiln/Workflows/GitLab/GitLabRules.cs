using Kiln.Primitives;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>
/// The <c>rules:</c> of a job. Merge requests, branches and tags are told apart by variables that GitLab sets, so that none of a pipeline's events gives
/// two.
/// </summary>
static class GitLabRules
{
    /// <summary>One for each event for which the job runs.</summary>
    internal static YamlList Of(Pipeline pipeline, Job job) => new(pipeline.Triggers
        .SelectMany(x => RulesOf(x, job))
        .Select(x => (YamlNode)(job.Environment is { NeedsApproval: true } ? x.With("when", "manual") : x))
        .ToValueList());

    /// <summary>Those of all pipelines of the file: without them GitLab runs branches of merge requests twice.</summary>
    internal static YamlList OfFile(IEnumerable<Pipeline> pipelines) => new(pipelines
        .SelectMany(x => x.Triggers).SelectMany(x => RulesOf(x, null)).Select(x => (YamlNode)x).Distinct().ToValueList());

    static IEnumerable<YamlMap> RulesOf(Trigger trigger, Job? job) => trigger switch
    {
        Trigger.PullRequest request when Runs(job, JobEvent.PullRequest) =>
            [Rule(Both("$CI_PIPELINE_SOURCE == \"merge_request_event\"", AnyOf("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", request.Branches)), request.Paths)],
        Trigger.Push push => [.. BranchRules(push, job), .. TagRules(push, job)],
        Trigger.Schedule when Runs(job, JobEvent.Schedule) => [Rule("$CI_PIPELINE_SOURCE == \"schedule\"", [])],
        Trigger.Manual when Runs(job, JobEvent.Manual) => [Rule("$CI_PIPELINE_SOURCE == \"web\" || $CI_PIPELINE_SOURCE == \"api\"", [])],
        Trigger.Called when Runs(job, JobEvent.Called) => [Rule("$CI_PIPELINE_SOURCE == \"pipeline\" || $CI_PIPELINE_SOURCE == \"parent_pipeline\"", [])],
        _ => [],
    };

    static IEnumerable<YamlMap> BranchRules(Trigger.Push push, Job? job) => Runs(job, JobEvent.Branch) && (push.Branches.Count > 0 || push.Tags.Count == 0)
        ? [Rule(Both("$CI_PIPELINE_SOURCE == \"push\"", Both("$CI_COMMIT_BRANCH", AnyOf("CI_COMMIT_BRANCH", push.Branches), isImplied: push.Branches.Count > 0)), push.Paths)]
        : [];

    static IEnumerable<YamlMap> TagRules(Trigger.Push push, Job? job) => Runs(job, JobEvent.Tag) && push.Tags.Count > 0
        ? [Rule(Both("$CI_PIPELINE_SOURCE == \"push\"", AnyOf("CI_COMMIT_TAG", push.Tags)), push.Paths)]
        : [];

    static bool Runs(Job? job, JobEvent value) => job is null || job.On.Count == 0 || job.On.Contains(value);

    static YamlMap Rule(string condition, ValueList<string> paths) => YamlMap.Of(("if", condition), ("changes", paths.Count == 0 ? null : paths));

    static string Both(string first, string? second, bool isImplied = false) => second is null ? first : isImplied ? second : $"{first} && {second}";

    // By names where they are names, so that they read as they are meant; else by a regular expression that matches whole names.
    static string? AnyOf(string variable, ValueList<string> names) => names.Count switch
    {
        0 => null,
        1 when !GitLabPattern.IsPattern(names[0]) => $"${variable} == {GitLabPattern.Quote(names[0])}",
        _ => $"${variable} =~ {GitLabPattern.Of(names)}",
    };
}
