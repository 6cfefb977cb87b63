using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Brings what the images need before they can be built.</summary>
public interface IRestoreInputs : IHazImages, IHazContainerEngine, IHazCommit
{
    /// <summary>Checks what the images are described as; then finds an engine fit for the job, or starts one where that is allowed.</summary>
    Target Restore => _ => _
        .Description("Finds a container engine, or starts one where that is allowed")
        .Executes(() => PipelineRun.Of(this).Do(run => run.RestoreAsync(this)));
}
