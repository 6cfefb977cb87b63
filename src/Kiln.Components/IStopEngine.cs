using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Ends what Restore started for this checkout.</summary>
public interface IStopEngine : INukeBuild
{
    /// <summary>Leaves no process, mount or socket; images and caches stay on disk until the checkout is removed.</summary>
    Target StopEngine => _ => _
        .Description("Ends the private engine and the local registry of this checkout")
        .Executes(() => PipelineRun.Of(this).Do(run => run.StopEngineAsync()));
}
