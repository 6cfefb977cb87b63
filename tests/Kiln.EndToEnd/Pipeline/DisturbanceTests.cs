using System.Diagnostics;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>Something dies in the middle of a build, while a step runs.</summary>
public sealed class DisturbanceTests(PipelineFixture fixture)
{
    const string Lost = @"KILN3024: .*\nFinished were:\n  go-server: [1-9]\d* of the \d+ steps that were known\nNothing was loaded or tagged";

    [Fact]
    public async Task After_a_killed_engine_the_next_run_starts_it_anew()
    {
        var disturbed = await DisturbAsync("-KILL", clone => [int.Parse(File.ReadAllText(Path.Combine(clone.EngineFolders.Runtime, "docker.pid")))]);

        disturbed.Failed(1, Lost);
    }

    [Fact]
    public async Task After_a_killed_buildx_the_next_run_goes_on()
    {
        var disturbed = await DisturbAsync("-KILL", clone => SystemProcesses.WithArgument("bake", clone.Folder));

        disturbed.Failed(1, Lost);
    }

    [Fact]
    public async Task After_a_killed_build_the_next_run_goes_on() =>
        Assert.Equal(137, (await DisturbAsync("-KILL", BuildOf)).ExitCode);

    [Fact]
    public async Task Ctrl_C_leaves_no_process_behind()
    {
        var disturbed = await DisturbAsync("-INT", BuildOf, afterwards: clone =>
            Assert.Equal("", SystemProcesses.Describe(SystemProcesses.WithArgument("bake", clone.Folder))));

        disturbed.Failed(130, @"DockerBuild\s+Aborted");
    }

    async Task<Outcome> DisturbAsync(string signal, Func<Clone, IReadOnlyList<int>> victims, Action<Clone>? afterwards = null)
    {
        var (clone, first) = await fixture.GetAsync();
        await clone.ForgetStepsAsync();

        var disturbed = await clone.DisturbAsync(
            () => SendAsync(signal, victims(clone)), "DockerBuild", "Push", "--registry-port", fixture.RegistryPort, "--rebuild");
        afterwards?.Invoke(clone);
        var next = (await fixture.RebuildAsync(clone)).Succeeded();

        Assert.Equal(first.Digest, next.Digest);
        return disturbed;
    }

    static IReadOnlyList<int> BuildOf(Clone clone) => SystemProcesses.WithArgument("DockerBuild", clone.PathOf("build"));

    static async Task SendAsync(string signal, IReadOnlyList<int> processes)
    {
        Assert.NotEmpty(processes);
        foreach (var process in processes)
            await Process.Start("kill", [signal, $"{process}"]).WaitForExitAsync();
    }
}
