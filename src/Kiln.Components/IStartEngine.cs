using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Finds what builds the images; a target of its own, so that others can run between it and Restore.</summary>
public interface IStartEngine : IHazImages, IHazContainerEngine, IHazCommit
{
    /// <summary>Checks what the images are described as; then finds an engine fit for the job, or starts one where that is allowed.</summary>
    Target StartEngine => _ => _
        .Description("Finds a container engine, or starts one where that is allowed")
        .Executes(() => PipelineRun.Of(this).Do(run => run.StartEngineAsync(this)));
}
