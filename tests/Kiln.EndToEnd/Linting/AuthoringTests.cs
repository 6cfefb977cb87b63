using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Linting;

/// <summary>The targets that help to write Dockerfiles, as somebody runs them in a checkout.</summary>
public sealed class AuthoringTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Scaffold_writes_for_a_project_what_the_sample_has()
    {
        var (clone, _) = await fixture.GetAsync();
        File.Delete(clone.PathOf("samples", "languages", "go", "Dockerfile"));
        File.Delete(clone.PathOf("samples", "languages", "go", ".dockerignore"));

        var outcome = await clone.BuildAsync("Scaffold", "--only-projects", "samples/languages/go");

        outcome.Succeeded();
        Assert.Contains("""new("go", RootDirectory / "samples" / "languages" / "go")""", outcome.Output);
        Assert.Equal("", await clone.GitAsync("status", "--porcelain", "samples"));
    }

    [Fact]
    public async Task Scaffold_leaves_a_file_that_somebody_changed()
    {
        var (clone, _) = await fixture.GetAsync();
        var dockerfile = clone.PathOf("samples", "languages", "go", "Dockerfile");
        var mine = await File.ReadAllTextAsync(dockerfile) + "ENV MINE=1\n";
        await File.WriteAllTextAsync(dockerfile, mine);

        var outcome = await clone.BuildAsync("Scaffold", "--only-projects", "samples/languages/go");
        var left = await File.ReadAllTextAsync(dockerfile);
        await clone.GitAsync("checkout", "--quiet", "samples");

        outcome.Failed(2, "KILN1072");
        Assert.Contains("-ENV MINE=1", outcome.Output);
        Assert.Equal(mine, left);
    }

    [Fact]
    public async Task Advise_weighs_what_was_built()
    {
        var (clone, _) = await fixture.GetAsync();

        (await clone.BuildAsync("Advise")).Succeeded();

        var report = await File.ReadAllTextAsync(clone.PathOf("artifacts", "reports", "advice", "go-server.md"));
        Assert.Contains("![", report);
        Assert.Matches(@"\d MB", report);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(clone.PathOf("artifacts", "reports", "advice", "go-server.svg")));
    }

    [Fact]
    public async Task FixDockerfiles_mends_what_is_safe_and_then_nothing_more()
    {
        var (clone, _) = await fixture.GetAsync();

        var first = await FixAsync();
        var changed = await clone.GitAsync("diff", "--name-only");
        var second = await FixAsync();
        await clone.GitAsync("checkout", "--quiet", "samples");

        Assert.Contains("KLN2004", first.Output);
        Assert.Equal("samples/lessons/pinned.before.Dockerfile", changed.Trim());
        Assert.DoesNotContain("KLN2004", second.Output);

        async Task<Outcome> FixAsync() =>
            (await clone.BuildAsync("FixDockerfiles", "--sample", "Lessons", "--only-images", "lesson-pinned-before")).Succeeded();
    }
}
