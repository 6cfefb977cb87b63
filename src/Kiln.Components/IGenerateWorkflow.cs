using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Writes the files of CI hosts.</summary>
public interface IGenerateWorkflow : IHazPipelines
{
    /// <summary>Leaves <c>.github/workflows</c> and <c>.gitlab-ci.yml</c>; what it wrote before and would not write now is deleted, what others wrote is not touched.</summary>
    Target GenerateWorkflow => _ => _
        .Description("Writes the files by which GitHub and GitLab run this build")
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Of(this).GenerateWorkflow(this)));
}
