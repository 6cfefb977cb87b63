using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Says where a line of a CI host's file comes from.</summary>
public interface IExplainWorkflow : IHazPipelines
{
    /// <summary>Names and numbers from 0, with dots, for example <c>jobs.push.steps.3</c>.</summary>
    [Parameter("Node of a CI host's file that ExplainWorkflow explains, for example jobs.push.steps.3")]
    string? YamlPath => TryGetValue(() => YamlPath);

    /// <summary>Prints the node, the targets that it is there for, and the line of C# that describes it.</summary>
    Target ExplainWorkflow => _ => _
        .Description("Tells which line of C# and which targets made a node of a CI host's file (--yaml-path)")
        .Requires(() => YamlPath)
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Of(this).ExplainWorkflow(this)));
}
