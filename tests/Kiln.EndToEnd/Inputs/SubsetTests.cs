using Kiln.Buildx;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;

namespace Kiln.EndToEnd.Inputs;

public sealed class SubsetTests(PipelineFixture fixture)
{
    [Theory]
    [InlineData(BuildStrategy.OneSolve)]
    [InlineData(BuildStrategy.OneSolvePerImage)]
    public async Task A_subset_is_built_with_what_it_is_made_from(BuildStrategy strategy)
    {
        using var bench = await Workbench.OfAsync(fixture);
        ImageSpec[] images =
        [
            bench.Image("app", "FROM common\nCOPY note /app\n", "app"),
            bench.Image("broken", "FROM nowhere.invalid/image\nCOPY note /\n"),
            bench.Image("common", "FROM scratch\nCOPY note /\n", "common"),
        ];

        var built = await bench.BuildAsync(SourcePolicy.Everything, x => x with { Only = ["app"], Strategy = strategy }, images);

        Assert.Equal(["app", "common"], built.Select(x => x.Image.Name));
        await bench.ExpectAsync("app", ("note", "common"), ("app", "app"));
    }

    [Fact]
    public async Task Either_way_gives_the_same_images()
    {
        using var bench = await Workbench.OfAsync(fixture);
        ImageSpec[] images = [bench.Image("app", "FROM common\nCOPY note /app\n", "app"), bench.Image("common", "FROM scratch\nCOPY note /\n")];
        var together = await BuildAsync(BuildStrategy.OneSolve);
        await bench.EmptyBuilderAsync();

        var oneByOne = await BuildAsync(BuildStrategy.OneSolvePerImage);

        Assert.Equal(together.Select(x => x.Receipt.Digest), oneByOne.Select(x => x.Receipt.Digest));

        Task<BuiltImage[]> BuildAsync(BuildStrategy strategy) => bench.BuildAsync(
            SourcePolicy.Everything, x => x with { Strategy = strategy, SkipsUnchanged = false }, images);
    }

    [Fact]
    public async Task When_one_fails_those_before_it_are_there()
    {
        using var bench = await Workbench.OfAsync(fixture);
        ImageSpec[] images = [bench.Image("app", "FROM common\nCOPY missing /app\n"), bench.Image("common", "FROM scratch\nCOPY note /\n")];

        await Assert.ThrowsAsync<KilnException>(
            () => bench.BuildAsync(SourcePolicy.Everything, x => x with { Strategy = BuildStrategy.OneSolvePerImage }, images));

        Assert.True(File.Exists(Path.Combine(bench.Root, "artifacts", "images", "common.receipt.json")));
        Assert.False(File.Exists(Path.Combine(bench.Root, "artifacts", "images", "app.receipt.json")));
    }
}
