namespace Kiln.EndToEnd.Pipeline;

public sealed class CacheTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Nothing_changed_runs_no_step_and_sends_no_blob()
    {
        var (clone, first) = await fixture.GetAsync();
        (await fixture.PushAsync(clone)).Succeeded(); // another test may have touched the sources

        var again = (await fixture.PushAsync(clone)).Succeeded();

        Assert.Contains("Skipped   go-server", again.Output);
        Assert.Matches(@"^(\d+) of \1 cached", again.Field("Steps"));
        Assert.Contains("no blob sent", again.Field("Pushed"));
        Assert.Equal(first.Digest, again.Digest);
    }

    [Fact]
    public async Task A_warm_builder_runs_no_step()
    {
        var (clone, first) = await fixture.GetAsync();
        (await fixture.RebuildAsync(clone)).Succeeded(); // another test may have emptied the builder

        var again = (await fixture.RebuildAsync(clone)).Succeeded();

        Assert.DoesNotContain("Skipped   go-server", again.Output);
        Assert.Matches(@"^(\d+) of \1 cached", again.Field("Steps"));
        Assert.Equal(first.Digest, again.Digest);
    }

    [Fact]
    public async Task A_changed_source_leaves_the_dependencies_cached()
    {
        var (clone, _) = await fixture.GetAsync();
        (await fixture.RebuildAsync(clone)).Succeeded(); // another test may have emptied the builder
        await File.AppendAllTextAsync(clone.PathOf("samples", "go-server", "main.go"), "\n// changed\n");

        var changed = (await fixture.PushAsync(clone)).Succeeded();
        await clone.GitAsync("checkout", "--quiet", "samples");
        (await fixture.PushAsync(clone)).Succeeded(); // so that others find the layout of the commit

        Assert.Matches(@"cached  \[.*\] COPY go\.mod", changed.Output);
        Assert.Matches(@"cached  \[.*\] RUN go mod download", changed.Output);
        Assert.DoesNotMatch(@"cached  \[.*\] COPY \. \.", changed.Output);
        Assert.Equal(clone.Commit + "-dirty", changed.Field("Tags"));
    }

    [Fact]
    public async Task An_emptied_builder_gives_the_same_digest()
    {
        var (clone, first) = await fixture.GetAsync();
        await clone.EmptyBuilderAsync();

        var again = (await fixture.RebuildAsync(clone)).Succeeded();

        Assert.StartsWith("0 of ", again.Field("Steps"));
        Assert.Equal(first.Digest, again.Digest);
    }
}
