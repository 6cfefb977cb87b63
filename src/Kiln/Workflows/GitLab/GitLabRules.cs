using Kiln.Primitives;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>
/// The <c>rules:</c> of a job. Merge requests, branches and tags are told apart by variables that GitLab sets, so that none of a pipeline's events gives
/// two; pipelines that a person or a schedule starts, by name where there are several.
/// </summary>
static class GitLabRules
{
    /// <summary>The variable that says which of several pipelines a person or a schedule starts; set by the form, or in the schedule's settings.</summary>
    internal const string Choice = "KILN_PIPELINE";

    /// <summary>One for each event for which the job runs.</summary>
    internal static YamlList Of(Pipeline pipeline, Job job, IReadOnlyCollection<Pipeline> all) => new(pipeline.Triggers
        .SelectMany(x => RulesOf(x, job).Select(y => IsAmbiguous(x, all) ? Chosen(y, pipeline) : y))
        .Select(x => (YamlNode)(job.Environment is { NeedsApproval: true } ? x.With("when", "manual") : x))
        .ToValueList());

    /// <summary>Those of all pipelines of the file: without them GitLab runs branches of merge requests twice.</summary>
    /// <param name="pipelines">All of the file.</param>
    /// <param name="defaulted">Inputs with a default, which is for pipelines that a person starts and for no others.</param>
    internal static YamlList OfFile(IReadOnlyCollection<Pipeline> pipelines, IReadOnlyCollection<string> defaulted)
    {
        var none = YamlMap.Of(defaulted.Select(x => (x, (YamlNode?)"")));
        return new(pipelines
            .SelectMany(x => x.Triggers)
            .SelectMany(x => RulesOf(x, null).Select(y => x is Trigger.Manual || defaulted.Count == 0 ? y : y.With("variables", none)))
            .Select(x => (YamlNode)x).Distinct().ToValueList());
    }

    /// <summary>Whether pipelines have to be told apart by name, as more than one is started by hand, or by a schedule.</summary>
    internal static bool IsAmbiguous(Trigger trigger, IEnumerable<Pipeline> all) => trigger is Trigger.Manual or Trigger.Schedule
        && all.Count(x => x.Triggers.Any(y => y.GetType() == trigger.GetType())) > 1;

    static YamlMap Chosen(YamlMap rule, Pipeline pipeline) =>
        rule.With("if", $"({((YamlText)rule["if"]!).Text}) && ${Choice} == {GitLabPattern.Quote(pipeline.Name)}");

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

    static YamlMap Rule(string condition, ValueList<string> paths) => YamlMap.Of(("if", condition), ("changes", paths.Count == 0 ? null : paths.Select(GitLabPattern.OfPath).ToValueList()));

    static string Both(string first, string? second, bool isImplied = false) => second is null ? first : isImplied ? second : $"{first} && {second}";

    // By names where they are names, so that they read as they are meant; else by a regular expression that matches whole names.
    static string? AnyOf(string variable, ValueList<string> names) => names.Count switch
    {
        0 => null,
        1 when !GitLabPattern.IsPattern(names[0]) => $"${variable} == {GitLabPattern.Quote(names[0])}",
        _ => $"${variable} =~ {GitLabPattern.Of(names)}",
    };
}
