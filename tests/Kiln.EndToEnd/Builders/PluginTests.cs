using Kiln.Buildx;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;

namespace Kiln.EndToEnd.Builders;

/// <summary>buildx as a plugin of docker's client, as people have it; the clone's engine has it beside the client.</summary>
public sealed class PluginTests(PipelineFixture fixture)
{
    [Fact]
    public async Task The_program_that_the_client_would_start_is_started_without_it()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var plugin = PluginIn(bench, Path.Combine(bench.Root, "plugins"));

        var engine = await AskAsync(bench, guess: plugin);

        Assert.Equal([plugin], engine.BuildxCommand);
        Assert.Equal(bench.Engine.BuildxVersion, engine.BuildxVersion);
        Assert.Equal(bench.Engine.Builder, engine.Builder);
        Assert.Equal(bench.Engine.EngineVersion, engine.EngineVersion);
    }

    [Theory]
    [InlineData("other/docker-buildx")] // another buildx, which the client would not start
    [InlineData("other/missing")]
    [InlineData("docker/config.json")] // nothing that can be started
    public async Task A_program_that_the_client_does_not_name_is_not_used(string guess)
    {
        using var bench = await Workbench.OfAsync(fixture);
        PluginIn(bench, Path.Combine(bench.Root, "plugins"));
        PluginIn(bench, Path.Combine(bench.Root, "other"));

        var engine = await AskAsync(bench, guess: Path.Combine(bench.Root, guess));

        Assert.Equal([engine.DockerClient!, "buildx"], engine.BuildxCommand);
        Assert.Equal(bench.Engine.Builder, engine.Builder);
    }

    static string PluginIn(Workbench bench, string folder)
    {
        var plugin = Path.Combine(Directory.CreateDirectory(folder).FullName, "docker-buildx");
        File.CreateSymbolicLink(plugin, bench.Engine.BuildxCommand[0]);
        return plugin;
    }

    static async Task<ContainerEngine> AskAsync(Workbench bench, string guess)
    {
        var configuration = Directory.CreateDirectory(Path.Combine(bench.Root, "docker")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(configuration, "config.json"), $$"""{ "cliPluginsExtraDirs": ["{{Path.Combine(bench.Root, "plugins")}}"] }""");
        var docker = bench.Engine.DockerClient!;
        var answer = await new EngineProbe(new CommandRunner()).AskAsync(
            docker, [docker, "buildx"], guess, bench.Engine.Environment.With("DOCKER_CONFIG", configuration), CancellationToken.None);
        return Assert.IsType<EngineAnswer.Fit>(answer).Engine;
    }
}
