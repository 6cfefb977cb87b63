using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Brings what the images need before they can be built.</summary>
public interface IRestoreInputs : IHazImages, IHazContainerEngine, IHazCommit
{
    /// <summary>Finds, or starts where that is allowed, an engine fit for the job and a registry on loopback.</summary>
    Target Restore => _ => _
        .Description("Finds a container engine, or starts one where that is allowed")
        .Executes(() => PipelineRun.Of(this).Do(run => run.RestoreAsync(this)));
}
