using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.GitHub;
using Kiln.Caching.Preflight;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;

namespace Kiln.EndToEnd.ActionsCache;

/// <summary>GitHub's cache through Kiln; each run finds an emptied builder, as on GitHub's machines. BuildKit's own client is the judge.</summary>
public sealed class ActionsCacheTests(PipelineFixture fixture)
{
    const string Steps =
        """
        FROM scratch AS tools
        COPY tool /tool
        FROM scratch AS app
        COPY --from=tools /tool /usr/tool
        COPY note /app/note
        """;

    static readonly RuntimeToken Main = RuntimeToken.Push("main");

    [Fact]
    public async Task An_emptied_builder_builds_no_step_that_did_not_change()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();

        var cold = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        var unchanged = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        var changed = await RunAsync(bench, service, RuntimeToken.Push("topic"), Image(bench, "app", "other note"));
        var pullRequest = await RunAsync(bench, service, RuntimeToken.PullRequest(7), Image(bench, "app", "their note"));

        Assert.Equal([(3, 0), (3, 3), (3, 2), (3, 2)], new[] { cold, unchanged, changed, pullRequest }.Select(Work));
        Assert.Equal(cold.Receipt.Digest, unchanged.Receipt.Digest);
        Assert.Equal(
            ["refs/heads/main", "refs/heads/topic", "refs/pull/7/merge"],
            service.Written.Select(x => x.Split(' ')[0]).Distinct());
    }

    [Fact]
    public async Task Branches_do_not_see_each_other_and_all_see_the_default_one()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        await RunAsync(bench, service, RuntimeToken.Push("one"), Image(bench, "app", "note"));

        var stranger = await RunAsync(bench, service, RuntimeToken.Push("two"), Image(bench, "app", "note"));
        var own = await RunAsync(bench, service, RuntimeToken.Push("one"), Image(bench, "app", "note"));

        Assert.Equal([(3, 0), (3, 3)], new[] { stranger, own }.Select(Work));
    }

    [Fact]
    public async Task Two_images_on_two_platforms_have_an_index_each()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var both = Image(bench, "both", "note") with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };
        var one = Image(bench, "one", "another note");

        await RunAllAsync(bench, service, Main, both, one);
        var again = await RunAllAsync(bench, service, Main, both, one);

        Assert.Equal(
            ["index-both:linux-amd64_linux-arm64-1-", "index-one:linux-amd64-1-"],
            service.Written.Select(x => x.Split(' ')[1]).Where(x => x.StartsWith("index-", StringComparison.Ordinal))
                .Select(x => x[..(x.LastIndexOf('-') + 1)]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(again, x => Assert.Equal(x.Receipt.Work.Steps, x.Receipt.Work.Cached));
    }

    [Fact]
    public async Task A_layer_of_several_megabytes_comes_back_whole()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var tool = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(3_000_000));
        var cold = await RunAsync(bench, service, Main, Image(bench, "app", "note", tool));

        var warm = await RunAsync(bench, service, Main, Image(bench, "app", "note", tool));

        Assert.Contains(service.Requests, x => x.StartsWith("PUT blocklist ", StringComparison.Ordinal));
        Assert.Equal((3, 3), Work(warm));
        Assert.Equal(cold.Receipt.Digest, warm.Receipt.Digest);
    }

    [Fact]
    public async Task A_token_that_may_only_read_writes_nothing_and_asks_for_nothing()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        var written = service.Written;

        var built = await RunAsync(bench, service, RuntimeToken.ReadOnly(), Image(bench, "app", "other note"));

        Assert.Equal((3, 2), Work(built));
        Assert.Equal(written, service.Written);
        Assert.Empty(bench.Notes.Warned);
    }

    [Fact]
    public async Task A_write_that_is_denied_in_the_middle_is_said_and_the_image_is_there()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var plan = PlanOf(Main, service, Image(bench, "app", "note"));
        await bench.EmptyBuilderAsync();

        var built = await BuildAsync(bench, service, RuntimeToken.ReadOnly(), plan, Image(bench, "app", "note"));

        Assert.Equal((3, 0), Work(built[0]));
        Assert.Equal(
            "Cache: 'exporting to GitHub Actions Cache' failed, and the build went on without it: error writing layer blob: failed to reserve cache "
            + "(GitHub gave no place to write to: the run's token may only read, or the cache is full)",
            Assert.Single(bench.Notes.Warned));
    }

    [Fact]
    public async Task A_write_that_is_denied_fails_the_build_where_the_cache_is_required()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var plan = PlanOf(Main, service, Image(bench, "app", "note")) with { IsRequired = true };

        var error = await Assert.ThrowsAsync<KilnException>(
            () => BuildAsync(bench, service, RuntimeToken.ReadOnly(), plan, Image(bench, "app", "note")));

        Assert.Equal("KILN6020", error.Code);
        Assert.Contains("error writing layer blob: failed to reserve cache", error.Message);
    }

    public static TheoryData<string> Damages => ["truncated", "garbled", "lost"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Layers_that_come_back_damaged_cost_a_second_build(string damage)
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var cold = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        service.Faults.Layers = damage switch { "truncated" => Faults.Truncate, "garbled" => Faults.Garble, _ => Faults.Lose };

        var unchanged = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        var changed = await RunAsync(bench, service, Main, Image(bench, "app", "other note"));

        Assert.Equal([(3, 0), (3, 0)], new[] { unchanged, changed }.Select(Work));
        Assert.Equal(cold.Receipt.Digest, unchanged.Receipt.Digest);
        await bench.ExpectAsync("app", ("usr/tool", "tool"), ("app/note", "other note"));
        Assert.Equal(
            Enumerable.Repeat("Cache: what it handed out is damaged, so everything is built once more without reading it", 2),
            bench.Notes.Warned);
    }

    [Fact]
    public async Task Layers_that_come_back_damaged_are_an_error_where_the_cache_is_required()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var image = Image(bench, "app", "note");
        await RunAsync(bench, service, Main, image);
        await bench.EmptyBuilderAsync();
        service.Faults.Layers = Faults.Truncate;
        var plan = PlanOf(Main, service, image) with { IsRequired = true };

        var error = await Assert.ThrowsAsync<KilnException>(() => BuildAsync(bench, service, Main, plan, image));

        Assert.Equal("KILN6025", error.Code);
        // Of a layer that was cut short in another test too, the builder asks for the rest only; then the words are others.
        Assert.Matches("what it handed out cannot be used: (short read: expected|failed to copy: GET .*416)", error.Message);
    }

    [Fact]
    public async Task Layers_that_were_evicted_are_built_again_and_not_counted_as_cached()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        var cold = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        service.Evict(x => x.Key.StartsWith("buildkit-blob-", StringComparison.Ordinal));

        var built = await RunAsync(bench, service, Main, Image(bench, "app", "note"));

        Assert.Equal((3, 0), Work(built));
        Assert.Equal(cold.Receipt.Digest, built.Receipt.Digest);
        Assert.Empty(bench.Notes.Warned);
    }

    [Fact]
    public async Task An_index_that_comes_back_damaged_is_said_and_written_anew()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        service.Faults.Indexes = Faults.Truncate;

        var damaged = await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        service.Faults.Indexes = x => x;
        var healed = await RunAsync(bench, service, Main, Image(bench, "app", "note"));

        Assert.Equal([(3, 0), (3, 3)], new[] { damaged, healed }.Select(Work));
        Assert.Contains("unexpected end of JSON input", Assert.Single(bench.Notes.Warned));
    }

    [Theory]
    [InlineData(429, 2, 3)]
    [InlineData(500, int.MaxValue, 0)]
    public async Task A_service_that_is_busy_is_asked_again_and_one_that_is_broken_is_done_without(int status, int times, int cached)
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        service.Faults.Fail("GetCacheEntryDownloadURL", status, times);

        var built = await RunAsync(bench, service, Main, Image(bench, "app", "note"));

        Assert.Equal((3, cached), Work(built));
        Assert.Equal(cached == 0, bench.Notes.Warned.Count > 0);
    }

    [Fact]
    public async Task The_token_is_nowhere_in_what_a_build_leaves()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var service = new CacheService();
        await RunAsync(bench, service, Main, Image(bench, "app", "note"));
        var secret = Main.ToString().Split('.')[1];

        var files = Directory.EnumerateFiles(bench.Root, "*", SearchOption.AllDirectories).ToArray();

        Assert.Contains(files, x => File.ReadAllText(x).Contains("type=gha"));
        Assert.DoesNotContain(files, x => File.ReadAllText(x).Contains(secret));
    }

    static (int Steps, int Cached) Work(BuiltImage built) => (built.Receipt.Work.Steps, built.Receipt.Work.Cached);

    static ImageSpec Image(Workbench bench, string name, string note, string tool = "tool")
    {
        var image = bench.Image(name, Steps, note);
        File.WriteAllText(Path.Combine(image.Context, "tool"), tool);
        return image;
    }

    static CachePlan PlanOf(RuntimeToken token, CacheService service, params ImageSpec[] images) => CachePlan.Of(
        CachePolicy.GitHub,
        new CacheRun(CacheHost.GitHub, new CacheRefs("topic", null, "main"))
        {
            Runtime = ActionsRuntime.Of(service.Environment(token).ToDictionary(), DateTimeOffset.UtcNow),
        },
        [.. images]);

    static async Task<BuiltImage> RunAsync(Workbench bench, CacheService service, RuntimeToken token, ImageSpec image) =>
        (await RunAllAsync(bench, service, token, image))[0];

    static async Task<BuiltImage[]> RunAllAsync(Workbench bench, CacheService service, RuntimeToken token, params ImageSpec[] images)
    {
        await bench.EmptyBuilderAsync();
        var plan = await new CachePreflight().CheckAsync(PlanOf(token, service, images), [.. images], CancellationToken.None);
        return await BuildAsync(bench, service, token, plan, images);
    }

    static Task<BuiltImage[]> BuildAsync(
        Workbench bench, CacheService service, RuntimeToken token, CachePlan plan, params ImageSpec[] images) =>
        bench.BuildAsync(
            SourcePolicy.Everything,
            x => x with
            {
                Caches = plan,
                SkipsUnchanged = false,
                Engine = x.Engine with { Environment = [.. x.Engine.Environment, .. service.Environment(token)] },
            },
            images);
}
