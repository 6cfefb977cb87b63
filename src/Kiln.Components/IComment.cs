using Kiln.Changes;
using Kiln.Components.Running;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Tells a pull or merge request what it does to the images: sizes, growth, cached steps, findings that are new and fixed, in one comment that is kept up to date.</summary>
public interface IComment : IDockerBuild, IHazRegistries
{
    /// <summary>
    /// Also after a gate's refusal, which is what people have to read. Skipped where the build runs for none, and where DockerBuild failed; a comment that cannot be
    /// written is a warning. The same is on the page that GitHub shows for a job.
    /// </summary>
    Target Comment => _ => _
        .Description("Writes what changed about the images into the pull or merge request that is built")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .TryAfter<IScan>(x => x.Scan)
        .TryAfter<ISmokeTest>(x => x.SmokeTest)
        .AssuredAfterFailure()
        .OnlyWhenStatic(() => PipelineRun.IsForRequest)
        .OnlyWhenDynamic(() => PipelineRun.Of(this).HasImages)
        .Executes(() => PipelineRun.Of(this).Do(run => run.CommentAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, beside the base branch's in the first registry.</summary>
    sealed Configure<ChangeRequest> CommentSettingsBase => _ => _ with
    {
        Images = PipelineRun.SelectedOf(this),
        BaseCommit = PipelineRun.BaseCommit,
        Registries = [.. Registries],
        Access = PipelineRun.AccessOf(this),
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<ChangeRequest> CommentSettings => _ => _;
}
