using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>The <c>on:</c> of a workflow.</summary>
static class GitHubTriggers
{
    internal static YamlMap Of(Pipeline pipeline, PipelineFacts facts) =>
        YamlMap.Of(pipeline.Triggers.GroupBy(NameOf).Select(x => (x.Key, (YamlNode?)Of(pipeline, facts, x))));

    static string NameOf(Trigger trigger) => trigger switch
    {
        Trigger.Push => "push",
        Trigger.PullRequest => "pull_request",
        Trigger.Schedule => "schedule",
        Trigger.Manual => "workflow_dispatch",
        Trigger.Called => "workflow_call",
        _ => throw new InvalidOperationException($"{trigger} is no trigger."),
    };

    static YamlNode Of(Pipeline pipeline, PipelineFacts facts, IGrouping<string, Trigger> triggers)
    {
        if (triggers.Key == "schedule")
            return new YamlList(triggers.Cast<Trigger.Schedule>().Select(x => (YamlNode)YamlMap.Of(("cron", x.Cron))).ToValueList());
        return triggers.ToArray() switch
        {
            // Without either GitHub would run for tags as well.
            [Trigger.Push { Branches.Count: 0, Tags.Count: 0 } push] => YamlMap.Of(("branches", (ValueList<string>)["**"]), ("paths", Patterns(push.Paths))),
            [Trigger.Push push] => YamlMap.Of(("branches", Patterns(push.Branches)), ("tags", Patterns(push.Tags)), ("paths", Patterns(push.Paths))),
            [Trigger.PullRequest request] => YamlMap.Of(("branches", Patterns(request.Branches)), ("paths", Patterns(request.Paths))),
            [Trigger.Manual manual] => YamlMap.Of(("inputs", Inputs(manual.Inputs, isCalled: false))),
            [Trigger.Called called] => YamlMap.Of(("inputs", Inputs(called.Inputs, isCalled: true)), ("secrets", Secrets(pipeline, facts))),
            _ => throw new KilnException(
                ErrorCodes.HostLacksFeature,
                $"The pipeline '{pipeline.Name}' has two triggers '{triggers.Key}', and GitHub takes one. Put both into one, or into two pipelines."),
        };
    }

    static YamlNode? Names(ValueList<string> names) => names.Count == 0 ? null : names;

    static YamlNode? Patterns(ValueList<string> patterns) => Names(patterns.Select(GitHubPattern.Of).ToValueList());

    static YamlMap? Inputs(ValueList<PipelineInput> inputs, bool isCalled) => YamlMap.Of(inputs.Select(x => (x.Name, (YamlNode?)YamlMap.Of(
        ("description", x.Description),
        ("type", TypeOf(x, isCalled)),
        ("options", isCalled ? null : Names(x.Choices)),
        ("required", x.IsRequired ? (YamlNode)true : null),
        ("default", DefaultOf(x, isCalled)))))).OrNull();

    // A caller may say anything that fits the type; choices are the form's.
    static string TypeOf(PipelineInput input, bool isCalled) => input.Choices.Count > 0 && !isCalled ? "choice"
        : input.Kind switch { InputKind.Boolean => "boolean", InputKind.Number => "number", _ => "string" };

    static YamlNode? DefaultOf(PipelineInput input, bool isCalled) => input.Default is not { } text ? null
        : TypeOf(input, isCalled) is "string" or "choice" ? new YamlText(text)
        : new YamlValue(text);

    static YamlMap? Secrets(Pipeline pipeline, PipelineFacts facts) => YamlMap.Of(pipeline.Jobs
        .SelectMany(x => JobSecrets.Of(pipeline, x, facts, [JobSecrets.GitHubRegistry]).Concat(x.Before.Concat(x.After).OfType<Step.Run>().SelectMany(y => y.Secrets)))
        .Select(x => x.StoredAs).Distinct()
        .Select(x => (x, (YamlNode?)YamlMap.Of(("required", (YamlNode)true))))).OrNull();
}
