using Kiln.Buildx;
using Kiln.Components.Running;
using Kiln.Images;
using Kiln.Primitives;
using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Components;

namespace Kiln.Components;

/// <summary>Builds every image into an OCI layout under <c>artifacts/images</c>, all in one BuildKit solve.</summary>
public interface IDockerBuild : IRestoreInputs, IHazArtifacts, IHazReceiptKey
{
    /// <summary>Whether images are built that cannot have changed since they were built. Default: no, they are skipped.</summary>
    [Parameter("Builds images also when nothing that they are made from changed")]
    bool Rebuild => TryGetValue<bool?>(() => Rebuild) ?? false;

    /// <summary>Whether <c>docker run</c> shall know the images. Default: not said; on a laptop they are loaded where that can be, on CI not.</summary>
    [Parameter("Loads the built images into the engine, so that 'docker run' knows them. Default on a laptop")]
    bool? LoadImages => TryGetValue<bool?>(() => LoadImages);

    /// <summary>Names of the images that are built and pushed; what they are made from is built with them. Default: all.</summary>
    [Parameter("Images to build and push, by name; what they are made from is built with them. Default is all")]
    string[] OnlyImages => TryGetValue(() => OnlyImages) ?? [];

    /// <summary>
    /// The platforms that images are built for here, into <c>artifacts/platforms</c>, when another machine builds the others and Assemble puts
    /// them together. Default: all that an image names, into <c>artifacts/images</c>.
    /// </summary>
    [Parameter("Platforms to build for, when other machines build the others and Assemble puts them together. Default is all")]
    string[] OnlyPlatforms => TryGetValue(() => OnlyPlatforms) ?? [];

    /// <summary>Leaves a layout and a receipt for each image.</summary>
    Target DockerBuild => _ => _
        .Description("Builds all images to OCI layouts under artifacts/images")
        .DependsOn<IRestoreInputs>(x => x.Restore)
        .TryDependsOn<ILint>(x => x.Lint)
        .OnlyWhenDynamic(() => !PipelineRun.Of(this).HasAssembled)
        .Executes(() => PipelineRun.Of(this).Do(run => run.BuildAsync(this)));

    /// <summary>Kiln's own choice: all images, the engine that was found, the commit, and what Restore pinned.</summary>
    sealed Configure<BuildRequest> DockerBuildSettingsBase => _ => _ with
    {
        Images = PlatformSelection.Narrow(Images.ToValueList(), PipelineRun.PlatformsOf(this)),
        Commit = Commit,
        Only = PlatformSelection.Names(Images.ToValueList(), OnlyImages.ToValueList(), PipelineRun.PlatformsOf(this)),
        ReceiptKey = ReceiptKey,
        SkipsUnchanged = !Rebuild,
        Policy = PipelineRun.Of(this).Policy,
        Inputs = PipelineRun.Of(this).InputsOfImages,
        Caches = PipelineRun.Of(this).Caches,
        Logins = PipelineRun.Of(this).Logins,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<BuildRequest> DockerBuildSettings => _ => _;
}
