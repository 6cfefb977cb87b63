using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Explaining;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>
/// A pipeline that others call, as other repositories include it: a component of GitLab's catalogue (https://docs.gitlab.com/ci/components/), which
/// runs the caller's own <c>build.sh</c>, when the caller's rules let it.
/// </summary>
public static class GitLabComponent
{
    internal const string Folder = "templates";
    const string Stage = "stage";

    /// <summary>Whether a pipeline is one that others call.</summary>
    internal static bool IsOne(Pipeline pipeline) => pipeline.Triggers.Any(x => x is Trigger.Called);

    /// <summary>The file that the catalogue looks for; KILN5001 where the pipeline cannot run, KILN5004 for what GitLab cannot do.</summary>
    public static WorkflowFile Of(Pipeline pipeline, GitLabHost host)
    {
        PipelineChecks.Require(pipeline);
        var spec = YamlMap.Of(("spec", YamlMap.Of(("inputs", InputsOf(pipeline)))));
        return new WorkflowFile(PathOf(pipeline), $"{YamlWriter.Write(spec, GeneratedNotice.Lines(pipeline))}---\n{YamlWriter.Write(DocumentOf(pipeline, host), [])}");
    }

    internal static string PathOf(Pipeline pipeline) => $"{Folder}/{pipeline.Name}.yml";

    /// <summary>The jobs, without what depends on when they run: who includes them says that.</summary>
    internal static YamlMap DocumentOf(Pipeline pipeline, GitLabHost host)
    {
        var inputs = Called(pipeline).Select(x => x.Name).ToArray();
        return YamlMap.Of(pipeline.Jobs.Select(x => (x.Name, (YamlNode?)With(new GitLabJob(pipeline, x, host, inputs, [pipeline]).Map(Reference(Stage), y => y), inputs).Because(Causes.Of(x)))));
    }

    // The inputs come last, so that they win: who includes the job meant them.
    static YamlMap With(YamlMap job, string[] inputs) => job.Without("rules").With("variables", YamlMap.Of(
    [
        .. ((YamlMap)(job["variables"] ?? YamlMap.Empty)).Entries.Select(x => (x.Name, (YamlNode?)x.Node)),
        .. inputs.Select(x => (x, (YamlNode?)Reference(x))),
    ]));

    static YamlMap InputsOf(Pipeline pipeline) => YamlMap.Of(
    [
        (Stage, YamlMap.Of(("description", "The stage that its jobs are in; among themselves they know what they need."), ("default", "test"))),
        .. Called(pipeline).Select(x => (x.Name, (YamlNode?)YamlMap.Of(
            ("description", x.Description),
            // A variable is a text, and an input of another type could not be left out.
            ("options", Options(x)),
            ("default", x.IsRequired ? null : x.Default ?? "")))),
    ]);

    static YamlNode? Options(PipelineInput input) => input switch
    {
        { Choices.Count: > 0 } => input.Choices,
        { Kind: InputKind.Boolean } => (ValueList<string>)["true", "false"],
        _ => null,
    };

    static IEnumerable<PipelineInput> Called(Pipeline pipeline) => pipeline.Triggers.OfType<Trigger.Called>().SelectMany(x => x.Inputs).DistinctBy(x => x.Name);

    static string Reference(string input) => $"$[[ inputs.{input} ]]";
}
