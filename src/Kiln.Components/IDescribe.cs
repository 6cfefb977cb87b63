using Kiln.Components.Running;
using Kiln.Components.Running.Describing;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Tells tools what this build is made of. A target, not a switch: NUKE ignores switches that it does not know.</summary>
public interface IDescribe : IHazImages
{
    /// <summary>Targets whose plan is told as well: what would run, in order. Default: none.</summary>
    [Parameter("Targets whose plan Describe tells as well")]
    string[] DescribePlan => TryGetValue(() => DescribePlan) ?? [];

    /// <summary>Prints one JSON object to standard output; its form has a version (docs/describe.md).</summary>
    Target Describe => _ => _
        .Description("Prints images, targets and parameters of this build as JSON")
        .Executes(() => PipelineRun.Of(this).Do(() => Console.Out.WriteLine(BuildDescription.Of(this, DescribePlan))));
}
