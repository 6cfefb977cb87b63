using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;

namespace Kiln.EndToEnd.Caching;

/// <summary>Cache mounts of steps on a small image with a shell; each run has an empty builder.</summary>
public sealed class CacheMountTests(PipelineFixture fixture)
{
    // Tells what it finds and leaves something for the next one.
    const string Steps = """
        FROM shell:1 AS build
        ARG RUN
        RUN --mount=type=cache,id=IDENTITY,target=/cache \
            --mount=type=cache,id=IDENTITY-owned,target=/owned,uid=1000,gid=1001,mode=0750 \
            cat /cache/*/note > /found; ls -A /cache >> /found; \
            stat -c '%u %g %a %n' /owned /owned/* >> /found; \
            mkdir -p /cache/deep && echo "$RUN" > /cache/deep/note && ln -sf nowhere /cache/.link && \
            touch /owned/file && chmod 0640 /owned/file && chown 7:8 /owned/file
        FROM scratch
        COPY --from=build /found /found
        """;

    const string Owned = "1000 1001 750 /owned\n7 8 640 /owned/file\n";

    public static TheoryData<string> Places => ["registry", "folder"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_step_on_an_emptied_builder_finds_what_the_last_one_left(string place)
    {
        using var bench = await BenchAsync();
        var policy = place == "folder" ? CachePolicy.Folder(Path.Combine(bench.Root, "cache")) : Registry(bench);

        await BuildAsync(bench, policy, MountPersistence.UpTo(1_000_000), Image(bench, "app", "one"));
        await bench.ExpectAsync("app", ("found", Owned[..21]));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, policy, MountPersistence.UpTo(1_000_000), Image(bench, "app", "two"));
        await bench.ExpectAsync("app", ("found", "one\n.link\ndeep\n" + Owned));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, policy, MountPersistence.UpTo(1_000_000), Image(bench, "app", "three"));

        await bench.ExpectAsync("app", ("found", "two\n.link\ndeep\n" + Owned));
        Assert.Empty(bench.Notes.Warned);
    }

    [Fact]
    public async Task Without_it_the_mounts_are_lost_with_the_builder()
    {
        using var bench = await BenchAsync();

        await BuildAsync(bench, Registry(bench), MountPersistence.Off, Image(bench, "app", "one"));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.Off, Image(bench, "app", "two"));

        await bench.ExpectAsync("app", ("found", Owned[..21]));
    }

    [Fact]
    public async Task Mounts_of_two_images_do_not_mix()
    {
        using var bench = await BenchAsync();

        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "app-1"), Image(bench, "web", "web-1"));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "app-2"), Image(bench, "web", "web-2"));

        await bench.ExpectAsync("app", ("found", "app-1\n.link\ndeep\n" + Owned));
        await bench.ExpectAsync("web", ("found", "web-1\n.link\ndeep\n" + Owned));
    }

    [Fact]
    public async Task What_is_too_large_is_named_and_not_kept()
    {
        using var bench = await BenchAsync();
        const int fileSystemBlock = 4096;

        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(fileSystemBlock), Image(bench, "app", "one"));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(fileSystemBlock), Image(bench, "app", "two"));

        Assert.StartsWith("KILN6032: app: the cache mount 'app' holds ", bench.Notes.Warned.First());
        await bench.ExpectAsync("app", ("found", Owned[..21]));
    }

    [Fact]
    public async Task A_builder_that_has_them_is_left_alone()
    {
        using var bench = await BenchAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "one"));
        await BuildAsync(bench, Registry(bench), MountPersistence.Off, Image(bench, "app", "newer"));

        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "three"));

        await bench.ExpectAsync("app", ("found", "newer\n.link\ndeep\n" + Owned));
        Assert.DoesNotContain(bench.Notes.Said, x => x.Contains("filled from the cache"));
    }

    [Fact]
    public async Task A_transfer_that_is_killed_costs_a_warning_and_the_next_one_is_whole()
    {
        using var bench = await BenchAsync();
        var bakeFile = Path.Combine(bench.Root, "temp", "mounts", "build-images", "bake.json");
        using var isBuilt = new CancellationTokenSource();

        var killing = KillAsync(bakeFile, isBuilt.Token);
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000_000), Image(bench, "app", "one"));
        await isBuilt.CancelAsync();
        await killing;

        Assert.StartsWith("KILN6031: The cache mounts of app could not be written", bench.Notes.Warned.Last());
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000_000), Image(bench, "app", "two"));
        await bench.ExpectAsync("app", ("found", "one\n.link\ndeep\n" + Owned));
        await bench.EmptyBuilderAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000_000), Image(bench, "app", "three"));
        await bench.ExpectAsync("app", ("found", "two\n.link\ndeep\n" + Owned));
    }

    [Fact]
    public async Task What_a_killed_seeding_left_half_done_is_thrown_away()
    {
        using var bench = await BenchAsync();
        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "one"));
        await bench.EmptyBuilderAsync();
        var half = bench.Image("half", "FROM shell:1\nRUN --mount=type=cache,id=app,target=/c mkdir -p /c/.kiln/deep && echo half > /c/.kiln/deep/note\n");
        await BuildAsync(bench, CachePolicy.None, MountPersistence.Off, half with { Network = BuildNetwork.None });

        await BuildAsync(bench, Registry(bench), MountPersistence.UpTo(1_000_000), Image(bench, "app", "two"));

        await bench.ExpectAsync("app", ("found", "one\n.link\ndeep\n" + Owned));
    }

    // The engine's own client for a solve is what a person would kill.
    static async Task KillAsync(string bakeFile, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await RunningProcesses.EndThoseWithArgumentAsync(bakeFile, CancellationToken.None);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.OfAsync(fixture);
        await SmallShell.PublishAsync(bench);
        await bench.EmptyBuilderAsync();
        return bench;
    }

    // Of layers the last stage only: the base image's, some hundred megabytes, are nothing that is looked at here.
    static CachePolicy Registry(Workbench bench)
    {
        var place = $"type=registry,ref={bench.Registry}/{Path.GetFileName(bench.Root).ToLowerInvariant()}/{{image}}:{{platforms}}.{{ref}}";
        return CachePolicy.Custom(place, $"{place},mode=min");
    }

    static ImageSpec Image(Workbench bench, string name, string run) => bench.Image(name, Steps.Replace("IDENTITY", name)) with
    {
        BuildArgs = [new("RUN", run)],
        Network = BuildNetwork.None,
    };

    static async Task BuildAsync(Workbench bench, CachePolicy policy, MountPersistence mounts, params ImageSpec[] images)
    {
        var restored = await bench.RestoreAsync(images);
        var caches = CachePlan.Of(policy, new CacheRun(CacheHost.Other, new CacheRefs("main")), [.. images]);
        await bench.BuildAsync(restored.Policy, x => x with { Caches = caches, Mounts = mounts }, images);
    }
}
