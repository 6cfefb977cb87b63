using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Says whether the files of CI hosts are what the build would write.</summary>
public interface IVerifyWorkflow : IHazPipelines
{
    /// <summary>Ends the build with exit code 2 and a diff where they are not.</summary>
    Target VerifyWorkflow => _ => _
        .Description("Fails with a diff when the files of GitHub and GitLab are not what GenerateWorkflow would write")
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Of(this).VerifyWorkflow(this)));
}
