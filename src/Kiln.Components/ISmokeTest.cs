using Kiln.Components.Running;
using Kiln.SmokeTesting;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Starts what DockerBuild left and sees that it runs, before anybody can pull it.</summary>
public interface ISmokeTest : IDockerBuild
{
    /// <summary>Leaves nothing: the containers and their images are taken away again.</summary>
    Target SmokeTest => _ => _
        .Description("Runs the built images that say how they show that they run")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .OnlyWhenStatic(() => Images.Any(x => x.SmokeTest != null))
        .Executes(() => PipelineRun.Of(this).Do(run => run.SmokeTestAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, on the engine that was found.</summary>
    sealed Configure<SmokeTestRequest> SmokeTestSettingsBase => _ => _ with
    {
        Images = PipelineRun.SelectedOf(this),
        ReceiptKey = ReceiptKey,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<SmokeTestRequest> SmokeTestSettings => _ => _;
}
