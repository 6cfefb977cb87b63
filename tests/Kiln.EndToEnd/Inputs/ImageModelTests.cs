using Kiln.Buildx;
using Kiln.Commits;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Pushing;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What an image can be described with, as a real BuildKit and a real registry take it.</summary>
public sealed class ImageModelTests(PipelineFixture fixture)
{
    [Fact]
    public async Task An_inline_Dockerfile_gives_the_digest_of_the_same_file()
    {
        using var bench = await Workbench.OfAsync(fixture);
        const string text = "FROM scratch\nARG X=%{x}\nENV A=\"${X}-$${Y:-z}\"\nCOPY note /note\n";
        var file = bench.Image("file", text);
        var folder = Directory.CreateDirectory(Path.Combine(bench.Root, "without-a-file")).FullName;
        File.WriteAllText(Path.Combine(folder, "note"), "note");
        var inline = new ImageSpec("inline", folder) { InlineDockerfile = text };

        var built = await bench.BuildAsync(SourcePolicy.Everything, file, inline);
        var failed = await Assert.ThrowsAsync<KilnException>(
            () => bench.BuildAsync(SourcePolicy.Everything, inline with { InlineDockerfile = text + "COPY missing /\n" }));

        Assert.Equal(built[0].Receipt.Digest, built[1].Receipt.Digest);
        Assert.Contains("image 'inline', inline Dockerfile:5\n", failed.Message);
        Assert.Contains("  5 | COPY missing /\n    | ^^^^^^^^^^^^^^\n", failed.Message);
    }

    [Fact]
    public async Task Where_its_test_stage_fails_there_is_no_image_and_where_it_passes_nothing_of_it_is_in_the_image()
    {
        using var bench = await Workbench.OfAsync(fixture);
        const string text = "FROM scratch AS app\nCOPY note /note\nFROM app AS tests\nCOPY --from=app /note /passed\nFROM app\n";
        var untested = bench.Image("untested", text);
        var tested = new ImageSpec("tested", untested.Context) { TestStage = "tests" };
        var failing = bench.Image("failing", text.Replace("/note /passed", "/not-there /passed")) with { TestStage = "tests" };

        var built = await bench.BuildAsync(SourcePolicy.Everything, untested, tested);
        var failure = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(SourcePolicy.Everything, failing));

        Assert.Equal(built[0].Receipt.Digest, built[1].Receipt.Digest);
        Assert.Contains("  4 | COPY --from=app /not-there /passed\n", failure.Message);
        Assert.False(File.Exists(Path.Combine(bench.Root, "artifacts", "images", "failing.receipt.json")));
    }

    [Fact]
    public async Task A_named_context_is_a_folder_an_image_a_layout_or_another_image()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "from the registry");
        await bench.BuildAsync(SourcePolicy.Everything, bench.Image("kept", "FROM scratch\nCOPY note /note\n", "from a layout"));
        var layout = Path.Combine(bench.Root, "kept-layout");
        Directory.Move(Path.Combine(bench.Root, "artifacts", "images", "kept"), layout);
        await WriteAsync(bench, "shared/note", "from a folder");
        await WriteAsync(bench, "shared/left-out", "");
        await WriteAsync(bench, "shared/.dockerignore", "left-out");
        var common = bench.Image("common", "FROM scratch\nCOPY note /note\n", "from the build");
        var app = bench.Image("app", """
            FROM nowhere.invalid/build AS build
            FROM base
            COPY --from=shared . /shared/
            COPY --from=layout /note /layout
            COPY --from=build /note /build
            """) with
        {
            Platforms = [Platform.LinuxAmd64],
            NamedContexts =
            [
                new("base", BuildContext.OfImage("tool:1")),
                new("shared", BuildContext.OfFolder(Path.Combine(bench.Root, "shared"))),
                new("layout", BuildContext.OfLayout(layout)),
                new("build", BuildContext.OfBuilt("common")),
            ],
        };

        var restored = await bench.RestoreAsync(app, common);
        var first = await bench.BuildAsync(restored.Policy, app, common);
        var again = await bench.BuildAsync(restored.Policy, app, common);
        await bench.ExpectAsync(
            "app", ("note", "from the registry"), ("shared/note", "from a folder"), ("layout", "from a layout"), ("build", "from the build"));
        await WriteAsync(bench, "shared/note", "changed since");
        var changed = await bench.BuildAsync(restored.Policy, app, common);

        Assert.Equal(["docker.io/library/tool:1"], restored.Lock.Images.Keys);
        Assert.Equal(first[0].Receipt.Digest, again[0].Receipt.Digest);
        Assert.NotEqual(first[0].Receipt.Digest, changed[0].Receipt.Digest);
        await bench.ExpectAsync("app", ("shared/note", "changed since"), ("shared/left-out", null!));
    }

    [Fact]
    public async Task An_image_behind_a_name_is_locked_and_held_to_its_lock()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "old");
        await bench.PublishAsync("other:1", "other");
        var app = bench.Image("app", "FROM base\n") with { NamedContexts = [new("base", BuildContext.OfImage("tool:1"))] };
        var locked = await bench.RestoreAsync(app);
        await bench.PublishAsync("tool:1", "new");
        var changed = app with { NamedContexts = [new("base", BuildContext.OfImage("other:1"))] };

        await bench.BuildAsync(locked.Policy, app);
        var refused = await Assert.ThrowsAsync<KilnException>(
            () => bench.RestoreAsync(bench.Request(changed) with { Mode = LockMode.Frozen }));
        var denied = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(locked.Policy, changed));

        await bench.ExpectAsync("app", ("note", "old"));
        Assert.Equal("KILN6004", refused.Code);
        Assert.Contains("docker.io/library/other:1 (image 'app', named context 'base')", refused.Message);
        Assert.Equal("KILN6008", denied.Code);
    }

    [Fact]
    public async Task A_branchs_tag_moves_and_a_versions_does_not()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("tagged", "FROM scratch\nCOPY note /note\n", "one") with { Tags = [ImageTag.Branch, ImageTag.Version] };
        var (branch, version) = (new HostedReference { Branch = "feature/x" }, new HostedReference { Tag = "v1.4.2" });

        await bench.BuildAsync(SourcePolicy.Everything, image);
        var first = await PushAsync(branch);
        var release = await PushAsync(version);
        var rebuilt = bench.Image("tagged", "FROM scratch\nCOPY note /note\n", "two") with { Tags = image.Tags };
        await bench.BuildAsync(SourcePolicy.Everything, rebuilt);
        var moved = await PushAsync(branch);
        var refused = await Assert.ThrowsAsync<Kiln.Oci.Registries.RegistryException>(() => PushAsync(version));
        var next = await PushAsync(new HostedReference { Tag = "v1.4.3" });

        Assert.Equal(["feature-x"], first);
        Assert.Equal(["1.4.2", "1.4", "1"], release);
        Assert.Equal(["feature-x"], moved);
        Assert.Equal("KILN2011", refused.Code);
        Assert.Equal(["1.4.3", "1.4", "1"], next);

        async Task<IEnumerable<string>> PushAsync(HostedReference host)
        {
            var pushed = await new ImagePusher(new NoReporter()).PushAsync(
                new PushRequest
                {
                    Images = [image],
                    Registries = [$"{fixture.Registry}/model"],
                    Folders = new BuildFolders(bench.Root, Path.Combine(bench.Root, "artifacts"), Path.Combine(bench.Root, "temp")),
                    Host = host,
                },
                CancellationToken.None);
            return Assert.Single(pushed).Result.Tags;
        }
    }

    static Task WriteAsync(Workbench bench, string file, string text)
    {
        var path = Path.Combine(bench.Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, text);
    }
}
