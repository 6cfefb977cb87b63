using Kiln.Components.Running;
using Kiln.Linting;
using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Components;

namespace Kiln.Components;

/// <summary>Judges the Dockerfiles of all images, and what <c>.dockerignore</c> lets through, before anything is built.</summary>
public interface ILint : IHazImages, IHazArtifacts
{
    /// <summary>Which rules judge, how severe they are, and from which severity on the build fails. Default: all that are not optional; errors fail.</summary>
    LintOptions LintOptions => new();

    /// <summary>Leaves reports under <c>artifacts/reports/lint</c>; on GitHub the findings stand beside their lines.</summary>
    Target Lint => _ => _
        .Description("Judges Dockerfiles and what is sent with them; FixDockerfiles mends what is safe to mend")
        .TryBefore<IStartEngine>(x => x.StartEngine)
        .Executes(() => PipelineRun.Of(this).Do(run => run.LintAsync(this)));

    /// <summary>Kiln's own choice: all images by the options of the build.</summary>
    sealed Configure<LintRequest> LintSettingsBase => _ => _ with
    {
        Images = [.. Images],
        Options = LintOptions,
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<LintRequest> LintSettings => _ => _;
}
