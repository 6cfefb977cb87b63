using Kiln.Buildx;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Inputs;

/// <summary>Whether BuildKit is asked at all shows by the bake file, which is written for it alone.</summary>
public sealed class SkippingTests(PipelineFixture fixture)
{
    [Fact]
    public async Task What_cannot_have_changed_is_not_built_again()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM scratch\nCOPY note /\n");

        var first = await BuildAsync(bench, app);
        var second = await BuildAsync(bench, app);

        Assert.True(first.WasBuilt);
        Assert.False(second.WasBuilt);
        Assert.Equal(first.Images[0].Receipt.Digest, second.Images[0].Receipt.Digest);
        Assert.Equal((1, 1), (second.Images[0].Receipt.Work.Steps, second.Images[0].Receipt.Work.Cached));
    }

    [Fact]
    public async Task Whatever_an_image_is_made_of_counts()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "old");
        var app = bench.Image("app", "FROM tool:1\nCOPY note /app\n", "one");
        await BuildAsync(bench, app);

        var withOtherContext = await BuildAsync(bench, bench.Image("app", "FROM tool:1\nCOPY note /app\n", "two"));
        var withOtherDockerfile = await BuildAsync(bench, bench.Image("app", "FROM tool:1\nCOPY note /other\n", "two"));
        var withOtherArguments = await BuildAsync(bench, app with { BuildArgs = [new("A", "1")] });
        await bench.PublishAsync("tool:1", "new");
        await bench.Updater.UpdateAsync(new() { Inputs = bench.Request(app) }, CancellationToken.None);
        var withOtherBase = await BuildAsync(bench, app with { BuildArgs = [new("A", "1")] });
        var again = await BuildAsync(bench, app with { BuildArgs = [new("A", "1")] });

        Assert.Equal(
            [true, true, true, true, false],
            new[] { withOtherContext, withOtherDockerfile, withOtherArguments, withOtherBase, again }.Select(x => x.WasBuilt));
    }

    [Fact]
    public async Task An_image_is_built_again_when_the_one_that_it_is_made_from_is()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM common\nCOPY note /app\n");
        var side = bench.Image("side", "FROM scratch\nCOPY note /side\n");
        var before = await BuildAsync(bench, app, side, bench.Image("common", "FROM scratch\nCOPY note /\n", "one"));

        var changed = await BuildAsync(bench, app, side, bench.Image("common", "FROM scratch\nCOPY note /\n", "two"));

        await bench.ExpectAsync("app", ("note", "two"));
        Assert.True(changed.WasBuilt);
        Assert.Equal(before.Images[1].Receipt.Digest, changed.Images[1].Receipt.Digest);
        Assert.Equal([false, true, false], changed.Images.Select(x => x.Receipt.Work.Steps == x.Receipt.Work.Cached));
    }

    [Fact]
    public async Task A_layout_that_is_gone_is_built_again_and_so_is_all_where_that_is_asked_for()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM scratch\nCOPY note /\n");
        await BuildAsync(bench, app);

        Directory.Delete(Path.Combine(bench.Root, "artifacts", "images", "app"), recursive: true);
        var gone = await BuildAsync(bench, app);
        var asked = await BuildAsync(bench, x => x with { SkipsUnchanged = false }, app);

        Assert.True(gone.WasBuilt);
        Assert.True(asked.WasBuilt);
    }

    static Task<Build> BuildAsync(Workbench bench, params ImageSpec[] images) => BuildAsync(bench, x => x, images);

    static async Task<Build> BuildAsync(Workbench bench, Func<BuildRequest, BuildRequest> change, params ImageSpec[] images)
    {
        var bakeFile = Path.Combine(bench.Root, "temp", "build-images", "bake.json");
        if (File.Exists(bakeFile))
            File.Delete(bakeFile);
        var built = await bench.BuildAsync((await bench.RestoreAsync(images)).Policy, change, images);
        return new Build(built, File.Exists(bakeFile) ? await File.ReadAllTextAsync(bakeFile) : null);
    }

    sealed record Build(BuiltImage[] Images, string? BakeFile)
    {
        internal bool WasBuilt => BakeFile is not null;
    }
}
