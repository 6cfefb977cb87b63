using Kiln.Buildx.Bootstrapping;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx;

/// <summary>Decides which engine a build uses: the user's own, else this checkout's private one where that is allowed.</summary>
public sealed class EngineProvider(EngineFolders folders, CommandRunner runner, IReporter reporter) : IAsyncDisposable
{
    Ahead<EngineAnswer>? _answer;

    /// <summary>What the engine is wanted for: some builders need none. Default: <see cref="Builder.Auto"/>.</summary>
    public Builder Builder { get; init; } = Builder.Auto;

    /// <summary>Asks who answers; worth calling early, since others can work until the answer comes.</summary>
    public void Ask(CancellationToken cancellationToken) => _answer ??= Ahead<EngineAnswer>.Begin(
        x => new EngineFinder(runner, ExecutableFinder.FromEnvironment()).FindAsync(x), cancellationToken);

    /// <summary>
    /// An engine that can do the job. KILN3014 when the user's own engine answers but lacks something: it is not passed
    /// over in silence. KILN3010 when none answers and none may be started.
    /// </summary>
    public async Task<ContainerEngine> ProvideAsync(EngineBootstrap bootstrap, CancellationToken cancellationToken)
    {
        var privateEngine = new PrivateEngine(folders, runner, reporter);
        Ask(cancellationToken);
        return await _answer!.Result switch
        {
            EngineAnswer.Fit { Engine: var engine } => Report(engine),
            EngineAnswer.Unfit { Reason: var reason, Remedy: var remedy } => throw new KilnException(
                ErrorCodes.EngineUnfit, $"The container engine answers, but {reason}. To mend it: {remedy}."),
            EngineAnswer.Silent { Client: { } client } when Builder is Builder.OnServers or Builder.InCluster or Builder.Named => Report(client),
            _ when bootstrap == EngineBootstrap.WhenMissing => Report(await privateEngine.EnsureAsync(cancellationToken)),
            EngineAnswer.Silent { Reason: var reason } => throw new KilnException(
                ErrorCodes.EngineMissing,
                $"No container engine answers: {reason.TrimEnd('.', '?')}. Start Docker (docs/guides/engines.md), or let Kiln start a private engine: " +
                "'EngineBootstrap IHazContainerEngine.EngineBootstrap => EngineBootstrap.WhenMissing;' in the build class."),
            var answer => throw new InvalidOperationException($"{answer} is no answer."),
        };
    }

    /// <summary>Ends a question whose answer nobody waits for.</summary>
    public ValueTask DisposeAsync() => _answer?.DisposeAsync() ?? ValueTask.CompletedTask;

    ContainerEngine Report(ContainerEngine engine)
    {
        reporter.Information(engine.EngineVersion.Length > 0
            ? $"Engine {engine.EngineVersion}, buildx {engine.BuildxVersion} ({engine.Origin})"
            : $"buildx {engine.BuildxVersion}; no engine answers, and the builder needs none");
        return engine;
    }
}
