using Kiln.Components.Running;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Promoting;
using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Components;

namespace Kiln.Components;

/// <summary>Gives what was pushed other tags, or copies it to another registry, by digest and without a build.</summary>
public interface IPromote : IHazImages, IHazRegistries, IHazRegistryCredentials, IHazCommit, IHazArtifacts
{
    /// <summary>The tag, or for one image the digest, that is promoted. Default: the commit's tag.</summary>
    [Parameter("Tag, or for one image the digest, that is promoted. Default is the commit's tag")]
    string? PromoteFrom => TryGetValue(() => PromoteFrom);

    /// <summary>The tags that the promoted images get.</summary>
    [Parameter("Tags that the promoted images get")]
    string[] PromoteTags => TryGetValue(() => PromoteTags) ?? [];

    /// <summary>Where the images go. Default: they stay in the registry that they were pushed to first.</summary>
    [Parameter("Registry, with the path below it, that images are promoted to. Default is where they are")]
    string? PromoteTo => TryGetValue(() => PromoteTo);

    /// <summary>Leaves the same files as Push.</summary>
    Target Promote => _ => _
        .Description("Gives pushed images other tags or copies them to another registry, by digest")
        .Executes(() => PipelineRun.Of(this).Do(run => run.PromoteAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, out of the first registry.</summary>
    sealed Configure<PromoteRequest> PromoteSettingsBase => _ => _ with
    {
        Images = ImageSelection.Named(Images.ToValueList(), this is IDockerBuild { OnlyImages: var only } ? only.ToValueList() : []),
        To = [PromoteTo is { } place ? RegistryNamespace.Parse(place) : Registries.First()],
        Source = PromoteFrom,
        Tags = PromoteTags.ToValueList(),
        Commit = Commit,
        Access = PipelineRun.AccessOf(this),
        GitHubOutput = PipelineRun.GitHubOutput,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<PromoteRequest> PromoteSettings => _ => _;
}
