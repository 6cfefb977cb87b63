using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Tells what would shrink the images.</summary>
public interface IAdvise : ILint
{
    /// <summary>Leaves a page and a picture of the stages for each image under <c>artifacts/reports/advice</c>; with sizes where the image was built before.</summary>
    Target Advise => _ => _
        .Description("Tells for each image what weighs how much, what would shrink it, and which bases there are")
        .TryAfter<IDockerBuild>(x => x.DockerBuild)
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Of(this).Advise(this)));
}
