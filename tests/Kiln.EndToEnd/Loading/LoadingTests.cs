using Kiln.Buildx;
using Kiln.Buildx.Loading;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.EndToEnd.Loading;

public sealed class LoadingTests(PipelineFixture fixture)
{
    readonly CommandRunner _runner = new();

    [Fact]
    public async Task What_a_laptop_built_runs_under_its_commit_with_the_digest_of_its_layout()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var (clone, first) = await fixture.GetAsync();
        var name = $"go-server:{clone.Commit}";

        var container = await DockerAsync(bench.Engine, "run", "--detach", "--rm", name);
        await DockerAsync(bench.Engine, "rm", "--force", container);

        Assert.Equal(64, container.Length);
        Assert.Equal(first.Digest, await IdOfAsync(bench.Engine, name));
        Assert.Contains($"run --rm {name} (", first.Output);
    }

    [Fact]
    public async Task All_images_and_platforms_are_loaded_under_all_their_names_and_no_layout_changes()
    {
        using var bench = await Workbench.OfAsync(fixture);
        ImageSpec[] images =
        [
            bench.Image("loaded/both", "FROM scratch\nCOPY note /\n") with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64], Tags = ["1.2", "1"] },
            bench.Image("loaded-one", "FROM scratch\nCOPY note /one\n") with { Tags = ["own"] },
        ];
        var built = await bench.BuildAsync(SourcePolicy.Everything, images);
        var before = built.Select(Index).ToArray();

        var loaded = await LoadAsync(bench.Engine, built);
        var again = await LoadAsync(bench.Engine, built);

        string[] names = ["loaded/both:1.2", "loaded/both:1", "loaded-one:own"];
        var ids = await Task.WhenAll(names.Select(x => IdOfAsync(bench.Engine, x)));
        Assert.Equal(new[] { 0, 0, 1 }.Select(x => built[x].Receipt.Digest.ToString()), ids);
        Assert.Equal([false, false, true, true], loaded.Concat(again).Select(x => x.WasThere));
        Assert.Equal(before, built.Select(Index));
        Assert.Equal("arm64", await DockerAsync(
            bench.Engine, "image", "inspect", "--platform", "linux/arm64", "--format", "{{.Architecture}}", "loaded/both:1"));
    }

    [Fact]
    public async Task A_name_that_means_another_image_is_moved()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("moved", "FROM scratch\nCOPY note /\n", "one") with { Tags = ["1"] };
        await LoadAsync(bench.Engine, await bench.BuildAsync(SourcePolicy.Everything, image));
        bench.Image("moved", "FROM scratch\nCOPY note /\n", "two");

        var changed = await bench.BuildAsync(SourcePolicy.Everything, image);
        await LoadAsync(bench.Engine, changed);

        Assert.Equal(changed[0].Receipt.Digest.ToString(), await IdOfAsync(bench.Engine, "moved:1"));
    }

    [Fact]
    public async Task An_engine_that_went_away_fails_who_asked_and_warns_who_did_not()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var built = await bench.BuildAsync(SourcePolicy.Everything, bench.Image("late", "FROM scratch\nCOPY note /\n"));
        var gone = bench.Engine with { Environment = bench.Engine.Environment.With("DOCKER_HOST", "unix:///no/such.sock") };
        var notes = new Notes();

        var loaded = await LoadAsync(gone, built, x => x, notes);
        var failure = await Assert.ThrowsAsync<KilnException>(() => LoadAsync(gone, built, x => x with { IsRequired = true }, notes));

        Assert.Empty(loaded);
        Assert.Equal(ErrorCodes.ImageNotLoaded, failure.Code);
        Assert.Contains("'docker load' of 'late' failed: ", failure.Message);
        Assert.Contains(notes.Warned, x => x == failure.Message);
    }

    static string Index(BuiltImage image) => File.ReadAllText(Path.Combine(image.LayoutFolder, "index.json"));

    Task<ValueList<LoadedImage>> LoadAsync(ContainerEngine engine, BuiltImage[] built) => LoadAsync(engine, built, x => x, new Notes());

    Task<ValueList<LoadedImage>> LoadAsync(
        ContainerEngine engine, BuiltImage[] built, Func<LoadRequest, LoadRequest> change, Notes notes)
    {
        var request = change(new LoadRequest { Engine = engine, Images = [.. built.Select(x => x.Image)] });
        return ImageLoader.Begin(request, _runner, notes, CancellationToken.None).LoadAsync([.. built], CancellationToken.None);
    }

    Task<string> IdOfAsync(ContainerEngine engine, string name) => DockerAsync(engine, "image", "inspect", "--format", "{{.Id}}", name);

    async Task<string> DockerAsync(ContainerEngine engine, params string[] arguments)
    {
        var result = await _runner.RunAsync(new Command(engine.DockerClient!, [.. arguments]) { Environment = engine.Environment });
        return result.Output.Trim();
    }
}
