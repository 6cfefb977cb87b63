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

        // Whether BuildKit tells the platform of a step that two targets share depends on which of them it met first.
        failed.Failed(1, @"KILN3020: Image 'go-server'(, linux/(amd64|arm64))?: the step 'RUN --mount=type=cache.* failed: exit code: 1");
        Assert.Matches(@"samples/go-server/Dockerfile:\d+\n +\d+ \| .*\n +\d+ \| RUN --mount=type=cache.*\n +\| \^{20,}\n", failed.Output);
        Assert.Contains("undefined: missing", failed.Output);
        Assert.Contains("The full log is artifacts/reports/build/go-server.log.", failed.Output);
        Assert.Matches(@"(?m)^#\d+ [\d.]+ \./main\.go:.*undefined: missing$", await File.ReadAllTextAsync(clone.PathOf("artifacts", "reports", "build", "go-server.log")));
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

        failed.Failed(1, "KILN6010: ");
        Assert.Contains("golang:1.0-none", failed.Output);
    }
}
