using System.Diagnostics;
using Kiln.Oci.Registries;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>Something dies in the middle of a build, while a step runs.</summary>
public sealed class DisturbanceTests(PipelineFixture fixture)
{
    const string Lost = @"KILN3024: .*\nFinished were:\n  go-server: [1-9]\d* of the \d+ steps that were known\nNothing was loaded or tagged";

    [Fact]
    public async Task After_a_killed_engine_nothing_is_tagged_and_the_next_run_starts_it_anew()
    {
        var disturbed = await DisturbAsync(
            "-KILL",
            clone => [int.Parse(File.ReadAllText(Path.Combine(clone.EngineFolders.Runtime, "docker.pid")))],
            more: ["--image-tags", "of-a-killed-engine"]);

        disturbed.Failed(1, Lost);
        using var client = new RegistryClient();
        var tags = await client.ListTagsAsync(ImageReference.Parse($"{fixture.Registry}/go-server"));
        Assert.NotEmpty(tags);
        Assert.DoesNotContain("of-a-killed-engine", tags);
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
    public async Task After_a_killed_build_a_folder_that_holds_a_cache_is_as_it_was_and_serves_the_next()
    {
        string[] folder = ["--cache-place", "Folder"];
        var (clone, _) = await fixture.GetAsync();
        // A builder that has steps from before may leave some of them out of what it writes.
        await clone.EmptyBuilderAsync();
        (await BuildAsync()).Succeeded();
        var index = clone.PathOf(".nuke", "temp", "step-cache", "index.json");
        var before = await File.ReadAllTextAsync(index);

        // Else the folder would spare it the step in which it is killed.
        var source = clone.PathOf("samples", "go-server", "main.go");
        var text = await File.ReadAllTextAsync(source);
        await File.WriteAllTextAsync(source, $"{text}\n// changed\n");
        await DisturbAsync("-KILL", BuildOf, more: folder, afterwards: _ =>
        {
            File.WriteAllText(source, text);
            Assert.Equal(before, File.ReadAllText(index));
        });
        await clone.EmptyBuilderAsync();
        var next = (await BuildAsync()).Succeeded();

        Assert.Matches(@"^(\d+) of \1 cached", next.Field("Steps"));

        Task<Outcome> BuildAsync() => clone.BuildAsync(["DockerBuild", "--registry-port", fixture.RegistryPort, "--rebuild", .. folder]);
    }

    [Fact]
    public async Task Ctrl_C_leaves_no_process_behind()
    {
        var disturbed = await DisturbAsync("-INT", BuildOf, afterwards: clone =>
            Assert.Equal("", SystemProcesses.Describe(SystemProcesses.WithArgument("bake", clone.Folder))));

        disturbed.Failed(130, @"DockerBuild\s+Aborted");
    }

    async Task<Outcome> DisturbAsync(
        string signal, Func<Clone, IReadOnlyList<int>> victims, Action<Clone>? afterwards = null, params string[] more)
    {
        var (clone, first) = await fixture.GetAsync();
        await clone.ForgetStepsAsync();

        var disturbed = await clone.DisturbAsync(
            () => SendAsync(signal, victims(clone)), ["DockerBuild", "Push", "--registry-port", fixture.RegistryPort, "--rebuild", .. more]);
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
