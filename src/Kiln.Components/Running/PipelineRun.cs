using System.Runtime.CompilerServices;
using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.Buildx.Progress;
using Kiln.Commits;
using Kiln.Processes;
using Kiln.Pushing;
using Nuke.Common;
using Nuke.Components;

namespace Kiln.Components.Running;

/// <summary>
/// What the targets of one build hand to each other. Interfaces cannot hold state, so it hangs on the build's instance:
/// it comes with the first question and goes with the build.
/// </summary>
sealed partial class PipelineRun
{
    static readonly ConditionalWeakTable<INukeBuild, PipelineRun> Runs = [];

    readonly INukeBuild _build;
    readonly CommandRunner _runner = new();
    readonly SerilogReporter _reporter = new();
    readonly Lazy<Task<SourceCommit?>> _commit;
    ContainerEngine? _engine;

    PipelineRun(INukeBuild build)
    {
        _build = build;
        _commit = new Lazy<Task<SourceCommit?>>(() => Task.Run(ReadCommitAsync));
    }

    internal static PipelineRun Of(INukeBuild build) => Runs.GetValue(build, x => new PipelineRun(x));

    internal SourceCommit? Commit => _commit.Value.GetAwaiter().GetResult();

    internal ContainerEngine Engine =>
        _engine ?? throw new InvalidOperationException("StartEngine finds the engine; a target that uses it depends on it.");

    EngineFolders EngineFolders => EngineFolders.Of(_build.TemporaryDirectory, Environment.GetEnvironmentVariable("KILN_CACHE"));

    /// <summary>Where a target that is about to write does so.</summary>
    internal BuildFolders FoldersOf(IHazArtifacts build)
    {
        UncommittedFolder.Make(build.ArtifactsDirectory);
        var folders = new BuildFolders(_build.RootDirectory, build.ArtifactsDirectory, _build.TemporaryDirectory).For(PlatformsOf(build));
        return build is IHazReports { ReportDirectory: var reports } ? folders with { Reports = reports } : folders;
    }

    /// <summary>The whole request, the user's own settings last.</summary>
    internal PushRequest RequestOf(IPush build)
    {
        var empty = new PushRequest { Images = [], Registries = [], Folders = FoldersOf(build) };
        return build.PushSettings(build.PushSettingsBase(empty));
    }

    /// <summary>The whole request, the user's own settings last; not before Restore found the engine.</summary>
    internal BuildRequest RequestOf(IDockerBuild build)
    {
        var progress = ProgressStyles.Of(Variables, isTerminal: !Console.IsOutputRedirected);
        var empty = new BuildRequest { Images = [], Engine = Engine, Folders = FoldersOf(build), Progress = progress };
        return build.DockerBuildSettings(build.DockerBuildSettingsBase(empty));
    }

    /// <summary>
    /// Runs a step of the pipeline until it ends or the build is interrupted. What the user can mend ends the build with
    /// exit code 2, any other failure that Kiln knows with 1.
    /// </summary>
    internal void Do(Func<PipelineRun, Task> step) => Do(() => step(this).GetAwaiter().GetResult());

    /// <inheritdoc cref="Do(Func{PipelineRun, Task})" />
    internal void Do(Action step)
    {
        try
        {
            step();
        }
        catch (KilnException exception)
        {
            _build.ExitCode = exception.IsUsage ? 2 : 1;
            throw;
        }
    }

    // A job that took what another one left would push an image of a dirty tree.
    Task<SourceCommit?> ReadCommitAsync() =>
        new GitCommitReader(_runner) { LeftOut = _build is IHazArtifacts { ArtifactsDirectory: { } folder } ? [folder] : [] }.ReadAsync(_build.RootDirectory);
}
