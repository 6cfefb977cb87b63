using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.Buildx.Builders;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;
using Kiln.Processes;

namespace Kiln.EndToEnd.Builders;

public sealed class GraphDriverTests(PipelineFixture fixture)
{
    const string Configuration = """{ "features": { "containerd-snapshotter": false }, "bridge": "none", "iptables": false, "ip6tables": false }""";

    readonly CommandRunner _runner = new();

    [Fact]
    public async Task An_engine_that_cannot_export_is_told_before_the_build_with_what_to_do()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var folders = (await fixture.GetAsync()).Clone.EngineFolders with
        {
            Data = Path.Combine(bench.Root, "engine"),
            Runtime = $"/run/kiln-test-{Environment.ProcessId}",
        };
        var second = new PrivateEngine(folders, _runner, bench.Notes);
        try
        {
            await StartAsync(folders);
            var engine = await FindAsync(second);
            var own = await new BuilderProvider(bench.Root, _runner, bench.Notes)
                .ProvideAsync(Builder.Engine, engine, new BuilderRequest(), CancellationToken.None);

            var refusal = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(
                SourcePolicy.Everything, x => x with { Engine = own }, bench.Image("app", "FROM scratch\nCOPY note /\n")));

            Assert.Equal(ErrorCodes.BuilderCannotExport, refusal.Code);
            Assert.StartsWith($"The engine's own builder cannot write OCI layouts, since the image store of engine {engine.EngineVersion} is not containerd's.", refusal.Message);
            Assert.Contains("Builder.Container()", refusal.Message);
            Assert.False(Directory.Exists(Path.Combine(bench.Root, "artifacts", "images", "app")));
        }
        finally
        {
            await second.StopAsync(CancellationToken.None);
        }
    }

    static async Task<ContainerEngine> FindAsync(PrivateEngine engine)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await engine.FindAsync(patience.Token) is { } found)
                return found;
            await Task.Delay(200, patience.Token);
        }
    }

    async Task StartAsync(EngineFolders folders)
    {
        var tools = new EngineToolset(folders, _runner, new NoReporter());
        Directory.CreateDirectory(folders.Data);
        Directory.CreateDirectory(folders.Runtime);
        var configuration = Path.Combine(folders.Data, "daemon.json");
        await File.WriteAllTextAsync(configuration, Configuration);
        await _runner.StartDetachedAsync(
            new Command(tools.Daemon,
            [
                "--config-file", configuration, "--data-root", Path.Combine(folders.Data, "docker"), "--exec-root", Path.Combine(folders.Runtime, "exec"),
                "--pidfile", Path.Combine(folders.Runtime, "docker.pid"), "--host", $"unix://{folders.Socket}",
            ])
            { Environment = tools.Environment, WorkingDirectory = folders.Data },
            Path.Combine(folders.Data, "dockerd.log"));
    }
}
