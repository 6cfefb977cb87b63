using Kiln.Components.Running;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Trivy;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Judges what DockerBuild left, every platform of it, before anybody can pull it.</summary>
public interface IScan : IDockerBuild
{
    /// <summary>
    /// Who looks at each platform of each image, beside Kiln's own checks. Default: Trivy, as <c>trivy</c> on <c>PATH</c>; where it is not, that is an
    /// error on CI hosts and a warning elsewhere.
    /// </summary>
    IEnumerable<IScanner> Scanners => [new TrivyScanner(new CommandRunner())];

    /// <summary>What an image may have and still be pushed. Default: nothing that is high or critical.</summary>
    ScanGate ScanGate => new();

    /// <summary>Leaves reports under <c>artifacts/reports/scan</c> and a verdict in each receipt.</summary>
    Target Scan => _ => _
        .Description("Scans every platform of the built images and applies the gate")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .Executes(() => PipelineRun.Of(this).Do(run => run.ScanAsync(this)));

    /// <summary>Kiln's own choice: all images, or those that are named, by all scanners.</summary>
    sealed Configure<ScanRequest> ScanSettingsBase => _ => _ with
    {
        Images = PipelineRun.SelectedOf(this),
        Scanners = Scanners.ToValueList(),
        Supply = PipelineRun.Of(this).ScannerSupply,
        ReceiptKey = ReceiptKey,
        Gate = PipelineRun.Of(this).Gate!,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<ScanRequest> ScanSettings => _ => _;
}
