using Kiln.Oci.Registries;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>A registry on this machine's loopback, for a build that has nowhere else to push. A registry that already listens is used.</summary>
public sealed class LocalRegistry(EngineFolders folders, CommandRunner runner, IReporter reporter)
{
    static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(5);

    /// <summary>Makes sure that a registry answers at <paramref name="address"/>, for example <c>127.0.0.1:5000</c>.</summary>
    public async Task EnsureAsync(string address, CancellationToken cancellationToken)
    {
        if (await AnswersAsync(address, cancellationToken))
            return;
        PrivateEngineSupport.RequireSuite();
        var tools = new EngineToolset(folders, runner, reporter);
        await tools.EnsureAsync(cancellationToken);
        await using var only = await FileLock.AcquireAsync(Path.Combine(folders.Data, "start.lock"), cancellationToken);
        if (await AnswersAsync(address, cancellationToken))
            return;
        await StartAsync(tools, address, cancellationToken);
        reporter.Information($"Started a local registry at {address}");
    }

    /// <summary>Ends it, if this checkout started it. Its images stay.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        ProcessTable.EndAsync(folders, EngineProcesses.Registry, cancellationToken);

    async Task StartAsync(EngineToolset tools, string address, CancellationToken cancellationToken)
    {
        // One that hangs, or that serves another port, would hold the storage.
        await StopAsync(cancellationToken);
        var storage = Path.Combine(folders.Data, "registry");
        Directory.CreateDirectory(storage);
        var configuration = Path.Combine(folders.Data, "registry.yml");
        await File.WriteAllTextAsync(configuration, EngineConfiguration.Registry(storage, address), cancellationToken);
        var log = Path.Combine(folders.Data, "registry.log");
        await runner.StartDetachedAsync(
            new Command(tools.Registry, ["serve", configuration]) { Environment = tools.Environment, WorkingDirectory = folders.Data },
            log,
            cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        while (!patience.IsCancellationRequested)
        {
            if (await AnswersAsync(address, cancellationToken))
                return;
            await Task.Delay(50, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new KilnException(
            ErrorCodes.EngineDidNotStart,
            $"A local registry was started for {address} and does not answer; '{log}' says why. Free the port, or push to another one.");
    }

    static async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken) =>
        await RegistryProbe.AskAsync(address, ProbePatience, cancellationToken) switch
        {
            RegistryAnswer.Speaks => true,
            RegistryAnswer.SomethingElse { Answered: var answered } => throw new KilnException(
                ErrorCodes.RegistryPortTaken,
                $"What listens at {address} is no registry: {answered}. Stop it, or push to another port."),
            _ => false,
        };
}
