using Kiln.Buildx.Assembling;
using Kiln.Components.Running;
using Kiln.Images;
using Kiln.Primitives;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Puts images together whose platforms were built on a machine each; they are built nowhere else in that run.</summary>
public interface IAssemble : IDockerBuild
{
    /// <summary>Leaves what DockerBuild would have left.</summary>
    Target Assemble => _ => _
        .Description("Puts images together that were built with --only-platforms and lie under artifacts/platforms")
        .Before<IRestoreInputs>(x => x.Restore)
        .Before<IDockerBuild>(x => x.DockerBuild)
        .Executes(() => PipelineRun.Of(this).Do(run => run.AssembleAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, of this commit.</summary>
    sealed Configure<AssembleRequest> AssembleSettingsBase => _ => _ with
    {
        Images = ImageSelection.Named(Images.ToValueList(), OnlyImages.ToValueList()),
        Commit = Commit,
        ReceiptKey = ReceiptKey,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<AssembleRequest> AssembleSettings => _ => _;
}
