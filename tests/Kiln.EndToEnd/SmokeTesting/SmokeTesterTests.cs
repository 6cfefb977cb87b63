using System.Globalization;
using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;
using Kiln.SmokeTesting;

namespace Kiln.EndToEnd.SmokeTesting;

/// <summary>The sample's server, as DockerBuild left it, on a real engine.</summary>
public sealed class SmokeTesterTests(PipelineFixture fixture)
{
    readonly CommandRunner _runner = new();
    readonly Notes _notes = new();

    [Fact]
    public async Task A_server_shows_that_it_runs_by_a_line_a_port_or_an_answer_and_nothing_stays()
    {
        var port = int.Parse(LoopbackPort.Free(), CultureInfo.InvariantCulture);
        var listening = new SmokeTest { Port = port, Environment = [new("PORT", $"{port}")], Patience = TimeSpan.FromSeconds(20) };

        await TestAsync(listening);
        await TestAsync(listening with { Path = "/healthz", Status = 204 });
        await TestAsync(listening with { Line = $"listening on :{port}" });

        Assert.Contains($"Tried     go-server: 'GET :{port}/healthz' to answer 204", string.Join('\n', _notes.Said), StringComparison.Ordinal);
        var engine = await EngineAsync();
        foreach (var list in new[] { "ps --all --quiet", "images --quiet kiln-smoke-test/go-server" })
            Assert.Equal("", (await _runner.RunAsync(new Command(engine.DockerClient!, [.. list.Split(' ')]) { Environment = engine.Environment })).Output.Trim());
    }

    [Fact]
    public async Task What_does_not_do_what_it_should_is_told_with_its_last_lines()
    {
        var port = int.Parse(LoopbackPort.Free(), CultureInfo.InvariantCulture);
        var test = new SmokeTest { Port = port, Environment = [new("PORT", $"{port}")], Patience = TimeSpan.FromSeconds(2) };

        var other = await FailsAsync(test with { Path = "/healthz" });
        var ended = await FailsAsync(test with { Environment = [new("PORT", "no-port")] });
        var silent = await FailsAsync(test with { Line = "never written" });
        var endless = await FailsAsync(new SmokeTest { Environment = [new("PORT", $"{port}")], Patience = TimeSpan.FromSeconds(1) });

        Assert.Contains($"should have shown 'GET :{port}/healthz' to answer 200: it answered 204 within 2 s. Its last lines:\n", other, StringComparison.Ordinal);
        Assert.Contains($"listening on :{port}", other, StringComparison.Ordinal);
        Assert.Contains("it ended with exit code 1", ended, StringComparison.Ordinal);
        Assert.Contains("it did not write that within 2 s", silent, StringComparison.Ordinal);
        Assert.Contains("should have shown exit code 0: it did not end within 1 s", endless, StringComparison.Ordinal);
    }

    async Task<string> FailsAsync(SmokeTest test)
    {
        var failure = await Assert.ThrowsAsync<KilnException>(() => TestAsync(test));
        Assert.Equal(ErrorCodes.SmokeTestFailed, failure.Code);
        return failure.Message;
    }

    async Task TestAsync(SmokeTest test)
    {
        var (clone, first) = await fixture.GetAsync();
        first.Succeeded();
        var image = new ImageSpec("go-server", Path.Combine(clone.Folder, "samples", "go-server")) { SmokeTest = test };
        await new SmokeTester(_runner, _notes).TestAsync(
            new SmokeTestRequest
            {
                Images = [image],
                Engine = await EngineAsync(),
                Folders = new BuildFolders(clone.Folder, Path.Combine(clone.Folder, "artifacts"), Path.Combine(clone.Folder, ".nuke", "temp")),
            },
            CancellationToken.None);
    }

    async Task<ContainerEngine> EngineAsync()
    {
        var (clone, _) = await fixture.GetAsync();
        return (await new PrivateEngine(clone.EngineFolders, _runner, new NoReporter()).FindAsync(CancellationToken.None))!;
    }
}
