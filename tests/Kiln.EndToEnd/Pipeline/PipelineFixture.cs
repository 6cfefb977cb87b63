using Kiln.Buildx.Bootstrapping;
using Kiln.EndToEnd.Packages;
using Kiln.EndToEnd.Pipeline;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PipelineFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Kiln.EndToEnd.Pipeline;

/// <summary>
/// One fresh clone in which the README's first command ran once, with an engine and a registry of its own. Made by the
/// first test that asks; where no engine can run at all, that test and the others are skipped.
/// </summary>
public sealed class PipelineFixture : IAsyncDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("kiln-home-").FullName;
    readonly Lazy<Task<(Clone, Outcome)>> _first;

    public PipelineFixture()
    {
        _first = new Lazy<Task<(Clone, Outcome)>>(RunFirstAsync);
        Packages = new PackageFeed(this);
    }

    /// <summary>The clone's own packages.</summary>
    internal PackageFeed Packages { get; }

    /// <summary>The port of the clone's registry, so that one that a person runs is left alone.</summary>
    internal string RegistryPort { get; } = FreePort();

    internal string Registry => $"127.0.0.1:{RegistryPort}";

    internal async Task<(Clone Clone, Outcome FirstRun)> GetAsync()
    {
        if (PrivateEngineSupport.Obstacle() is { } obstacle)
            Assert.Skip($"A private engine cannot run here: {obstacle}.");
        return await _first.Value;
    }

    /// <summary>Another clone for this machine, which pushes to the same registry.</summary>
    internal Task<Clone> CloneAsync(string umask) => Clone.MakeAsync(_home, umask);

    internal Task<Outcome> PushAsync(Clone clone) => clone.BuildAsync("DockerBuild", "Push", "--registry-port", RegistryPort);

    /// <summary>The same where nothing changed and BuildKit shall work all the same.</summary>
    internal Task<Outcome> RebuildAsync(Clone clone) =>
        clone.BuildAsync("DockerBuild", "Push", "--registry-port", RegistryPort, "--rebuild");

    public async ValueTask DisposeAsync()
    {
        if (_first.IsValueCreated)
            await (await _first.Value).Item1.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    async Task<(Clone, Outcome)> RunFirstAsync()
    {
        var clone = await Clone.MakeAsync(_home);
        return (clone, await PushAsync(clone));
    }

    internal static string FreePort() => LoopbackPort.Free();
}
