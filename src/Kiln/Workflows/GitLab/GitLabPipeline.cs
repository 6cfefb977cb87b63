using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Explaining;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>Pipelines as GitLab reads them, all in one file: their jobs' rules tell them apart.</summary>
public static class GitLabPipeline
{
    /// <summary>The file; KILN5001 where a pipeline cannot run, KILN5004 for what GitLab cannot do.</summary>
    public static WorkflowFile Of(ValueList<Pipeline> pipelines, PipelineFacts facts, GitLabHost host)
    {
        foreach (var pipeline in pipelines)
            PipelineChecks.Require(pipeline, facts);
        return new WorkflowFile(host.File, YamlWriter.Write(DocumentOf(pipelines, facts, host), GeneratedNotice.Lines(pipelines)));
    }

    internal static YamlMap DocumentOf(ValueList<Pipeline> pipelines, PipelineFacts facts, GitLabHost host)
    {
        var inputs = UnsetLines.InputsOf(pipelines).Distinct().ToArray();
        var depths = pipelines.SelectMany(x => x.Jobs.Select(y => JobDepth.Of(x, y))).Distinct().Order().ToArray();
        return YamlMap.Of(
        [
            ("stages", depths.Select(StageOf).ToValueList()),
            ("workflow", YamlMap.Of(
                ("auto_cancel", YamlMap.Of(("on_new_commit", pipelines.Any(x => x.EndsOlderRuns) ? "interruptible" : "none"))),
                ("rules", GitLabRules.OfFile(pipelines, Defaulted(pipelines))))),
            ("variables", YamlMap.Of([.. Choice(pipelines), .. Inputs(pipelines)]).OrNull()),
            .. pipelines.SelectMany(x => x.Jobs.Select(y => (
                NameIn(pipelines, x, y.Name),
                (YamlNode?)new GitLabJob(x, y, facts, host, inputs, pipelines).Map(StageOf(JobDepth.Of(x, y)), z => NameIn(pipelines, x, z)).Because(Causes.Of(y))))),
        ]).With(pipelines.Aggregate(YamlMap.Empty, (all, x) => all.With(ExtraText.Read(x.Extra.GitLab, $"the pipeline '{x.Name}'"))));
    }

    static string StageOf(int depth) => $"stage-{depth + 1}";

    // A job is called as it is, unless another pipeline of the file has one of that name.
    static string NameIn(ValueList<Pipeline> pipelines, Pipeline pipeline, string job) =>
        pipelines.Count(x => x.Jobs.Any(y => y.Name == job)) > 1 ? $"{pipeline.Name}-{job}" : job;

    static string[] Defaulted(IEnumerable<Pipeline> pipelines) => pipelines
        .SelectMany(x => x.Triggers).OfType<Trigger.Manual>().SelectMany(x => x.Inputs)
        .Where(x => x.Default is { Length: > 0 } || GitLabInputs.OptionsOf(x).Count > 0).Select(x => x.Name).Distinct().ToArray();

    static IEnumerable<(string, YamlNode?)> Choice(ValueList<Pipeline> pipelines)
    {
        ValueList<string> names = [.. pipelines.Where(x => x.Triggers.Any(y => GitLabRules.IsAmbiguous(y, pipelines))).Select(x => x.Name)];
        return names.Count == 0 ? [] :
        [
            (GitLabRules.Choice, YamlMap.Of(
                ("value", names[0]), ("options", names), ("description", "Which of the build's pipelines is started; a schedule says so by this variable"))),
        ];
    }

    // Asked for in the form that starts a pipeline.
    static IEnumerable<(string, YamlNode?)> Inputs(IEnumerable<Pipeline> pipelines) => pipelines
        .SelectMany(x => x.Triggers).OfType<Trigger.Manual>().SelectMany(x => x.Inputs).DistinctBy(x => x.Name)
        .Select(x => (x.Name, (YamlNode?)YamlMap.Of(
            ("value", x.Default ?? (x.Kind == InputKind.Boolean ? "false" : x.Choices.FirstOrDefault() ?? "")),
            ("options", GitLabInputs.OptionsOf(x) is { Count: > 0 } options ? options : null),
            ("description", x.Description ?? x.Name))));
}
