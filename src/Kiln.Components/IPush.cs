using Kiln.Components.Running;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Pushing;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Publishes what DockerBuild left: the layout byte for byte, then its tags.</summary>
public interface IPush : IDockerBuild, IHazRegistries
{
    /// <summary>Tags for all images of this run. Default: each image's own, else the commit's.</summary>
    [Parameter("Tags for all images instead of the commit's")]
    string[] ImageTags => TryGetValue(() => ImageTags) ?? [];

    /// <summary>Whether an uncommitted tree may be pushed to another machine. Default: no.</summary>
    [Parameter("Allows pushing images of an uncommitted tree to another machine")]
    bool PushDirtyTree => TryGetValue<bool?>(() => PushDirtyTree) ?? false;

    /// <summary>Leaves <c>pushed.json</c>, <c>pushed.env</c> and a Kustomize component under <c>artifacts/images</c>, and GitHub's outputs.</summary>
    Target Push => _ => _
        .Description("Pushes the built images and their tags to all registries")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .TryDependsOn<IScan>(x => x.Scan)
        .TryDependsOn<ISmokeTest>(x => x.SmokeTest)
        .Executes(() => PipelineRun.Of(this).Do(run => run.PushAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, to all registries, under the tags that the parameters and the commit give.</summary>
    sealed Configure<PushRequest> PushSettingsBase => _ => _ with
    {
        Images = ImageSelection.Named(Images.ToValueList(), OnlyImages.ToValueList()),
        Registries = Registries.ToValueList(),
        Commit = Commit,
        Host = PipelineRun.Host,
        Tags = ImageTags.ToValueList(),
        AllowsDirtyTree = PushDirtyTree,
        ReceiptKey = ReceiptKey,
        Gate = PipelineRun.Of(this).Gate,
        Builder = PipelineRun.BuilderId,
        GitHubOutput = PipelineRun.GitHubOutput,
        Access = PipelineRun.AccessOf(this),
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<PushRequest> PushSettings => _ => _;
}
