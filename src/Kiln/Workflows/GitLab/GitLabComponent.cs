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
    const string Prefix = "prefix";

    /// <summary>Whether a pipeline is one that others call.</summary>
    internal static bool IsOne(Pipeline pipeline) => pipeline.Triggers.Any(x => x is Trigger.Called);

    /// <summary>The file that the catalogue looks for; KILN5001 where the pipeline cannot run, KILN5004 for what GitLab cannot do.</summary>
    public static WorkflowFile Of(Pipeline pipeline, PipelineFacts facts, GitLabHost host)
    {
        PipelineChecks.Require(pipeline, facts);
        if (Called(pipeline).FirstOrDefault(x => x.Name is Stage or Prefix) is { } taken)
            throw new KilnException(ErrorCodes.InvalidPipeline, $"The input '{taken.Name}' of the pipeline '{pipeline.Name}' is called as an input that every component has. Rename it.");
        var spec = YamlMap.Of(("spec", YamlMap.Of(("inputs", InputsOf(pipeline)))));
        return new WorkflowFile(PathOf(pipeline), $"{YamlWriter.Write(spec, GeneratedNotice.Lines(pipeline))}---\n{YamlWriter.Write(DocumentOf(pipeline, facts, host), [])}");
    }

    internal static string PathOf(Pipeline pipeline) => $"{Folder}/{pipeline.Name}.yml";

    /// <summary>The jobs, without what depends on when they run: who includes them says that.</summary>
    internal static YamlMap DocumentOf(Pipeline pipeline, PipelineFacts facts, GitLabHost host)
    {
        var inputs = Called(pipeline).Select(x => x.Name).ToArray();
        return YamlMap.Of(pipeline.Jobs.Select(x => (NameOf(x.Name), (YamlNode?)With(
            new GitLabJob(pipeline, x, facts, host, inputs, [pipeline], isComponent: true).Map(Reference(Stage), NameOf), x, inputs).Because(Causes.Of(x)))));
    }

    // Who includes a component has jobs of its own, maybe of the same names.
    static string NameOf(string job) => $"{Reference(Prefix)}{job}";

    // The inputs come last, so that they win: who includes the job meant them.
    static YamlMap With(YamlMap map, Job job, string[] inputs) => Ruled(map, job).With("variables", YamlMap.Of(
    [
        .. ((YamlMap)(map["variables"] ?? YamlMap.Empty)).Entries.Select(x => (x.Name, (YamlNode?)x.Node)),
        .. inputs.Select(x => (x, (YamlNode?)Reference(x))),
    ]));

    // When it runs is for the caller to say, but not that nobody has to let it go on.
    static YamlMap Ruled(YamlMap map, Job job) => job.Environment is { NeedsApproval: true }
        ? map.With("rules", new YamlList([YamlMap.Of(("when", "manual"))]))
        : map.Without("rules");

    static YamlMap InputsOf(Pipeline pipeline) => YamlMap.Of(
    [
        (Stage, YamlMap.Of(("description", "The stage that its jobs are in; among themselves they know what they need."), ("default", "test"))),
        (Prefix, YamlMap.Of(("description", "What its jobs' names begin with, where the pipeline has jobs of the same names."), ("default", ""))),
        .. Called(pipeline).Select(x => (x.Name, (YamlNode?)YamlMap.Of(
            ("description", x.Description),
            // A variable is a text, and an input of another type could not be left out.
            ("options", Options(x)),
            ("default", x.IsRequired ? null : x.Default ?? "")))),
    ]);

    // A default has to be among them, and where none is said it is nothing.
    static YamlNode? Options(PipelineInput input) => GitLabInputs.OptionsOf(input) is not { Count: > 0 } options ? null
        : input.IsRequired || input.Default is not null ? options
        : (ValueList<string>)["", .. options];

    static IEnumerable<PipelineInput> Called(Pipeline pipeline) => pipeline.Triggers.OfType<Trigger.Called>().SelectMany(x => x.Inputs).DistinctBy(x => x.Name);

    static string Reference(string input) => $"$[[ inputs.{input} ]]";
}
