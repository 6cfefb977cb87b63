using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.Preflight;
using Kiln.Commits;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Pushing;

namespace Kiln.EndToEnd.Caching;

/// <summary>Caches that outlive the builder, which is emptied as if each run had a machine of its own.</summary>
public sealed class SharedCacheTests(PipelineFixture fixture)
{
    // The middle step depends on a file of its own; only the last one on the note.
    const string Steps =
        """
        FROM scratch AS tools
        COPY tool /tool
        FROM scratch AS app
        COPY --from=tools /tool /usr/tool
        COPY note /app/note
        """;

    public static TheoryData<string> Places => ["registry", "folder"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_emptied_builder_builds_no_step_that_did_not_change(string place)
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, place);

        var cold = await BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note"));
        await bench.EmptyBuilderAsync();
        var unchanged = await BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note"));
        await bench.EmptyBuilderAsync();
        var changedSource = await BuildAsync(bench, policy, "topic", Image(bench, "app", "tool", "other note"));
        await bench.EmptyBuilderAsync();
        var changedTool = await BuildAsync(bench, policy, "topic", Image(bench, "app", "other tool", "other note"));

        Assert.Equal(
            [(3, 0), (3, 3), (3, 2), (3, 0)],
            new[] { cold, unchanged, changedSource, changedTool }.Select(x => (x.Receipt.Work.Steps, x.Receipt.Work.Cached)));
        Assert.Equal(cold.Receipt.Digest, unchanged.Receipt.Digest);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_is_built_from_a_cache_has_the_digest_that_it_has_without(string place)
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, place);
        await BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note"));
        await bench.EmptyBuilderAsync();
        var cached = await BuildAsync(bench, policy, "topic", Image(bench, "app", "tool", "new note"));
        await bench.EmptyBuilderAsync();

        var alone = await BuildAsync(bench, CachePolicy.None, "topic", Image(bench, "app", "tool", "new note"));

        Assert.Equal((2, 0), (cached.Receipt.Work.Cached, alone.Receipt.Work.Cached));
        Assert.Equal(alone.Receipt.Digest, cached.Receipt.Digest);
    }

    // Images that share a base and a step: what BuildKit misses when they are one solve, or one graph.
    [Theory]
    [MemberData(nameof(Places))]
    public async Task Images_that_are_made_from_each_other_miss_nothing_either(string place)
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, place);

        await BuildAllAsync(bench, policy, "main", Diamond(bench, "note"));
        await bench.EmptyBuilderAsync();
        var unchanged = await BuildAllAsync(bench, policy, "main", Diamond(bench, "note"));
        await bench.EmptyBuilderAsync();
        var changed = await BuildAllAsync(bench, policy, "topic", Diamond(bench, "other note"));

        Assert.Equal([("base", 1, 1), ("left", 3, 3), ("right", 3, 3), ("top", 3, 3)], unchanged.Select(WorkOf));
        // What comes after a step that changed starts from something else.
        Assert.Equal([("base", 1, 1), ("left", 3, 2), ("right", 3, 3), ("top", 3, 0)], changed.Select(WorkOf));

        static (string, int, int) WorkOf(BuiltImage x) => (x.Image.Name, x.Receipt.Work.Steps, x.Receipt.Work.Cached);
    }

    static ImageSpec[] Diamond(Workbench bench, string leftNote)
    {
        const string side = "FROM scratch AS tools\nCOPY tool /tool\nFROM base\nCOPY --from=tools /tool /usr/tool\nCOPY note /note\n";
        ImageSpec[] images =
        [
            bench.Image("base", "FROM scratch\nCOPY note /base\n", "base"),
            bench.Image("left", side, leftNote),
            bench.Image("right", side, "right"),
            bench.Image("top", "FROM base\nCOPY --from=left /note /left\nCOPY --from=right /note /right\nCOPY note /top\n", "top"),
        ];
        foreach (var image in images[1..3])
            File.WriteAllText(Path.Combine(image.Context, "tool"), "one tool for both");
        return images;
    }

    [Fact]
    public async Task Two_images_on_two_platforms_and_two_branches_overwrite_nothing()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, "registry");
        var both = Image(bench, "both", "tool", "note") with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };
        var one = Image(bench, "one", "tool", "note");

        foreach (var branch in new[] { "main", "feature/x" })
            await BuildAsync(bench, policy, branch, both, one);

        using var client = new RegistryClient();
        var place = Cache(bench);
        Assert.Equal(
            ["linux-amd64_linux-arm64.feature-x-217d2bf5", "linux-amd64_linux-arm64.main"],
            (await client.ListTagsAsync(place.Image("both"))).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["linux-amd64.feature-x-217d2bf5", "linux-amd64.main"],
            (await client.ListTagsAsync(place.Image("one"))).Order(StringComparer.Ordinal));
        await bench.EmptyBuilderAsync();
        var again = await BuildAllAsync(bench, policy, "main", both, one);
        Assert.All(again, x => Assert.Equal(x.Receipt.Work.Steps, x.Receipt.Work.Cached));
    }

    // With nothing beside the image, whose tag is the branch's. The first stage is not looked at where the steps after it are there.
    [Fact]
    public async Task An_image_that_was_pushed_is_a_cache_for_the_steps_of_its_last_stage()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = CachePolicy.Inline(Cache(bench));
        var built = await BuildAsync(bench, policy, "feature/x", Image(bench, "app", "tool", "note"));
        await PushAsync(built, Cache(bench).Image("app"), ImageTag.Branch, "feature/x");
        await bench.EmptyBuilderAsync();

        var again = await BuildAsync(bench, policy, "feature/x", Image(bench, "app", "tool", "note"));

        Assert.Equal((3, 3), (again.Receipt.Work.Steps, again.Receipt.Work.Cached));
    }

    static async Task PushAsync(BuiltImage built, ImageReference place, ImageTag tag, string branch)
    {
        var commit = new SourceCommit(new string('a', 40), DateTimeOffset.UnixEpoch) { Branch = branch };
        var tags = TagPlan.For(built.Image with { Tags = [tag] }, commit, []);
        using var client = new RegistryClient();
        await new LayoutPusher(client, new PushOptions()).PushAsync(OciLayout.Open(built.LayoutFolder), place, tags.Select(x => x.Name));
    }

    [Fact]
    public async Task A_fork_s_pull_request_reads_and_leaves_nothing()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, "registry");
        await BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note"));
        await bench.EmptyBuilderAsync();
        var run = new CacheRun(CacheHost.GitHub, new CacheRefs("refs/pull/1", "main", "main"))
        {
            Distrust = "this run is for a fork's pull request (them/app)",
        };

        var built = (await BuildAllAsync(bench, policy, run, Image(bench, "app", "tool", "their note")))[0];

        Assert.Equal(2, built.Receipt.Work.Cached);
        using var client = new RegistryClient();
        Assert.Equal(["linux-amd64.main"], await client.ListTagsAsync(Cache(bench).Image("app")));
    }

    [Fact]
    public async Task A_cache_that_breaks_while_it_builds_does_not_break_the_build_and_that_is_said()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var image = Image(bench, "app", "tool", "note");
        var nobody = $"127.0.0.1:{PipelineFixture.FreePort()}";
        var plan = CachePlan.Of(CachePolicy.Registry(nobody), new CacheRun(CacheHost.Other, new CacheRefs("main")), [image]);

        await bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan }, image);

        Assert.Equal(2, bench.Notes.Warned.Count);
        Assert.All(bench.Notes.Warned, x => Assert.Contains(nobody, x));
        Assert.StartsWith("Cache: 'importing cache manifest from", bench.Notes.Warned[0]);
        Assert.StartsWith("Cache: 'exporting cache to registry'", bench.Notes.Warned[1]);
    }

    [Fact]
    public async Task A_build_that_fails_for_its_own_reason_does_not_blame_a_cache_that_could_not_be_read()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("app", "FROM scratch\nCOPY missing /\n");
        var nobody = $"127.0.0.1:{PipelineFixture.FreePort()}";
        var plan = CachePlan.Of(CachePolicy.Registry(nobody), new CacheRun(CacheHost.Other, new CacheRefs("main")), [image]);

        var failure = await Assert.ThrowsAsync<KilnException>(
            () => bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan }, image));

        Assert.NotEqual("KILN6020", failure.Code);
        Assert.Contains("missing", failure.Message);
    }

    [Fact]
    public async Task A_cache_that_is_required_and_breaks_breaks_the_build()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var image = Image(bench, "app", "tool", "note");
        var nobody = $"127.0.0.1:{PipelineFixture.FreePort()}";
        var run = new CacheRun(CacheHost.Other, new CacheRefs("main"));
        var plan = CachePlan.Of(CachePolicy.Registry(nobody), run, [image]) with { IsRequired = true };

        var failure = await Assert.ThrowsAsync<KilnException>(
            () => bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan }, image));

        Assert.Equal("KILN6020", failure.Code);
        Assert.Contains(nobody, failure.Message);
    }

    [Fact]
    public async Task A_build_that_is_cut_off_leaves_the_folder_as_it_was()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var policy = PolicyOf(bench, "folder");
        var image = Image(bench, "app", "tool", "note");
        await BuildAsync(bench, policy, "main", image);
        var before = File.ReadAllText(Path.Combine(bench.Root, "cache", "index.json"));

        await Assert.ThrowsAsync<KilnException>(
            () => BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note") with { BuildArgs = [new("BUILDKIT_SYNTAX", "nowhere.invalid/x")] }));

        Assert.Equal(before, File.ReadAllText(Path.Combine(bench.Root, "cache", "index.json")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Root, "cache", ".runs")));
        await bench.EmptyBuilderAsync();
        var next = await BuildAsync(bench, policy, "main", Image(bench, "app", "tool", "note"));
        Assert.Equal(3, next.Receipt.Work.Cached);
    }

    [Fact]
    public async Task Twenty_builds_stay_under_the_cap_of_a_folder_and_keep_what_is_needed()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.EmptyBuilderAsync();
        var folder = new Kiln.Caching.Backends.FolderCache(Path.Combine(bench.Root, "cache")) { MaximumSize = 200_000 };
        var policy = CachePolicy.In(folder);
        var tool = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20_000));

        for (var i = 0; i < 20; i++)
        {
            var note = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20_000));
            await BuildAsync(bench, policy, $"branch-{i}", Image(bench, "app", tool, note));
            Assert.InRange(SizeOf(folder.Path), 1, 200_000);
        }

        var last = Image(bench, "app", tool, File.ReadAllText(Path.Combine(bench.Root, "app", "note")));
        await bench.EmptyBuilderAsync();
        var again = await BuildAsync(bench, policy, "branch-19", last);
        Assert.Equal((3, 3), (again.Receipt.Work.Steps, again.Receipt.Work.Cached));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder.Path, ".runs")));
    }

    static CachePolicy PolicyOf(Workbench bench, string place) =>
        place == "folder" ? CachePolicy.Folder(Path.Combine(bench.Root, "cache")) : CachePolicy.Registry(Cache(bench));

    // Each bench has a folder of its own in the registry.
    static RegistryNamespace Cache(Workbench bench) =>
        RegistryNamespace.Parse($"{bench.Registry}/{Path.GetFileName(bench.Root).ToLowerInvariant()}");

    static ImageSpec Image(Workbench bench, string name, string tool, string note)
    {
        var image = bench.Image(name, Steps, note);
        File.WriteAllText(Path.Combine(image.Context, "tool"), tool);
        return image;
    }

    static async Task<BuiltImage> BuildAsync(Workbench bench, CachePolicy policy, string branch, params ImageSpec[] images) =>
        (await BuildAllAsync(bench, policy, branch, images))[0];

    static Task<BuiltImage[]> BuildAllAsync(Workbench bench, CachePolicy policy, string branch, params ImageSpec[] images) =>
        BuildAllAsync(bench, policy, new CacheRun(CacheHost.Other, new CacheRefs(branch, null, "main")), images);

    static async Task<BuiltImage[]> BuildAllAsync(Workbench bench, CachePolicy policy, CacheRun run, params ImageSpec[] images)
    {
        var plan = await new CachePreflight().CheckAsync(CachePlan.Of(policy, run, [.. images]), [.. images], CancellationToken.None);
        return await bench.BuildAsync(SourcePolicy.Everything, x => x with { Caches = plan, SkipsUnchanged = false }, images);
    }

    static long SizeOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(x => new FileInfo(x).Length);
}
