using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Shows what is held against Dockerfiles as a check run of GitHub's: a conclusion of its own beside the commit, and every finding at its lines.</summary>
public interface ICreateCheckRun : ILint
{
    /// <summary>Runs before Lint, which ends the build where findings are errors. Skipped where GitHub does not run the build; a check run that cannot be written is a warning.</summary>
    Target CreateCheckRun => _ => _
        .Description("Shows findings in Dockerfiles as a check run of the commit on GitHub")
        .TryAfter<IFixDockerfiles>(x => x.FixDockerfiles)
        .Before<ILint>(x => x.Lint)
        .OnlyWhenStatic(() => PipelineRun.IsForCommitOnGitHub)
        .Executes(() => PipelineRun.Of(this).Do(run => run.CreateCheckRunAsync(this)));
}
