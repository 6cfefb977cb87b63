namespace Kiln.EndToEnd.Pipeline;

public sealed class FailingStepTests(PipelineFixture fixture)
{
    [Fact]
    public async Task A_failing_step_shows_its_line_and_its_last_words_and_keeps_the_last_layout()
    {
        var (clone, _) = await fixture.GetAsync();
        var layout = await File.ReadAllTextAsync(clone.PathOf("artifacts", "images", "go-server", "index.json"));
        await File.AppendAllTextAsync(clone.PathOf("samples", "go-server", "main.go"), "\nfunc broken() { missing() }\n");

        var failed = await fixture.PushAsync(clone);
        await clone.GitAsync("checkout", "--quiet", "samples");

        Assert.Equal(255, failed.ExitCode);
        Assert.Contains("KILN3020: ", failed.Output);
        Assert.Contains("exit code: 1", failed.Output);
        Assert.Matches(@">>> +RUN --mount=type=cache", failed.Output);
        Assert.Contains("undefined: missing", failed.Output);
        Assert.Equal(layout, await File.ReadAllTextAsync(clone.PathOf("artifacts", "images", "go-server", "index.json")));
    }

    [Fact]
    public async Task A_base_that_cannot_be_had_is_named()
    {
        var (clone, _) = await fixture.GetAsync();
        var dockerfile = clone.PathOf("samples", "go-server", "Dockerfile");
        await File.WriteAllTextAsync(dockerfile, (await File.ReadAllTextAsync(dockerfile)).Replace("golang:1.24", "golang:1.0-none"));

        var failed = await fixture.PushAsync(clone);
        await clone.GitAsync("checkout", "--quiet", "samples");

        Assert.Equal(255, failed.ExitCode);
        Assert.Contains("KILN6010: ", failed.Output);
        Assert.Contains("golang:1.0-none", failed.Output);
    }
}
