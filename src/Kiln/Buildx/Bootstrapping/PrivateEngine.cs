using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>
/// A Docker engine for one checkout: unpacked, not installed; it listens on a socket only, keeps everything below
/// <see cref="EngineFolders"/>, outlives the build and is started again when it died.
/// </summary>
public sealed class PrivateEngine(EngineFolders folders, CommandRunner runner, IReporter reporter)
{
    static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    readonly EngineToolset _tools = new(folders, runner, reporter);

    string LogFile => Path.Combine(folders.Data, "dockerd.log");

    /// <summary>The running engine, or null when none runs. Starts nothing.</summary>
    public async Task<ContainerEngine?> FindAsync(CancellationToken cancellationToken) =>
        File.Exists(folders.Socket) && File.Exists(_tools.Docker) ? await AskAsync(cancellationToken) : null;

    /// <summary>The running engine; fetched and started when it is not there.</summary>
    public async Task<ContainerEngine> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } running)
            return running;
        PrivateEngineSupport.RequireSuite();
        await _tools.EnsureAsync(cancellationToken);
        await using var only = await FileLock.AcquireAsync(Path.Combine(folders.Data, "start.lock"), cancellationToken);
        if (await FindAsync(cancellationToken) is { } startedMeanwhile)
            return startedMeanwhile;
        // What a killed daemon left would keep the next one from starting.
        await StopAsync(cancellationToken);
        return await StartAsync(cancellationToken);
    }

    /// <summary>
    /// Ends every process of it, also those of steps that outlived a killed daemon, and unmounts what it mounted, so that
    /// the checkout can be removed. Images and caches stay.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await ProcessTable.EndAsync(folders, EngineProcesses.AllButRegistry, cancellationToken);
        await MountTable.UnmountAsync(runner, folders, cancellationToken);
        if (Directory.Exists(folders.Runtime))
            Directory.Delete(folders.Runtime, recursive: true);
    }

    async Task<ContainerEngine> StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Data);
        Directory.CreateDirectory(folders.Runtime);
        var configuration = Path.Combine(folders.Data, "daemon.json");
        await File.WriteAllTextAsync(configuration, EngineConfiguration.Daemon, cancellationToken);
        File.Delete(LogFile);
        var session = await runner.StartDetachedAsync(
            new Command(_tools.Daemon,
            [
                "--config-file", configuration,
                "--data-root", Path.Combine(folders.Data, "docker"),
                "--exec-root", Path.Combine(folders.Runtime, "exec"),
                "--pidfile", Path.Combine(folders.Runtime, "docker.pid"),
                "--host", $"unix://{folders.Socket}",
            ])
            { Environment = _tools.Environment, WorkingDirectory = folders.Data },
            LogFile,
            cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        while (!patience.IsCancellationRequested)
        {
            if (File.Exists(folders.Socket) && await AskAsync(cancellationToken) is { } engine)
            {
                reporter.Information($"Started a private engine {engine.EngineVersion}; './build.sh StopEngine' ends it");
                return engine;
            }

            if (Posix.ProcessesOfSession(session).Count == 0)
                break;
            await Task.Delay(100, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw DidNotStart();
    }

    async Task<ContainerEngine?> AskAsync(CancellationToken cancellationToken)
    {
        var environment = _tools.Environment
            .With("DOCKER_HOST", $"unix://{folders.Socket}")
            // A context chosen by the user would win over the host.
            .With("DOCKER_CONTEXT", null)
            .With("BUILDX_BUILDER", null)
            // Nothing is written to the user's own ~/.docker; logins are still read from there.
            .With("BUILDX_CONFIG", Path.Combine(folders.Data, "buildx"));
        var answer = await new EngineProbe(runner).AskAsync(_tools.Docker, [_tools.Buildx], guess: null, environment, cancellationToken);
        return answer is EngineAnswer.Fit { Engine: var engine }
            ? engine with { IsPrivate = true, LacksBridge = true, Origin = "this checkout's private engine" }
            : null;
    }

    KilnException DidNotStart()
    {
        var lastWords = File.Exists(LogFile) ? string.Join("\n  ", File.ReadLines(LogFile).TakeLast(5)) : "(no log)";
        return new KilnException(
            ErrorCodes.EngineDidNotStart,
            $"The private engine was started and does not answer. The last lines of '{LogFile}':\n  {lastWords}\n" +
            "Run './build.sh StopEngine' and try again, or start a Docker engine yourself.");
    }
}
