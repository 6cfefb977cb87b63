using Kiln.EndToEnd.Pipeline;
using Kiln.Locking;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What the lock promises, on a real BuildKit and a real registry.</summary>
public sealed class LockedBuildTests(PipelineFixture fixture)
{
    [Fact]
    public async Task An_input_that_is_not_locked_fails_in_a_frozen_restore_and_past_it_in_BuildKit()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1.24", "tool");
        await bench.PublishAsync("other:1", "other");
        var locked = await bench.RestoreAsync(bench.Image("app", "FROM tool:1.24\n"));
        var changed = bench.Image("app", "FROM tool:1.24\nCOPY --from=other:1 /note /other\n");

        var refused = await Assert.ThrowsAsync<KilnException>(
            () => bench.RestoreAsync(bench.Request(changed) with { Mode = LockMode.Frozen }));
        var denied = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(locked.Policy, changed));

        Assert.Equal("KILN6004", refused.Code);
        Assert.Contains("docker.io/library/other:1 (app/Dockerfile:2)", refused.Message);
        Assert.Equal("KILN6008", denied.Code);
        Assert.Contains("BuildKit refused to fetch 'other:1'", denied.Message);
        Assert.Contains(">>> COPY --from=other:1 /note /other", denied.Message);
    }

    [Fact]
    public async Task A_moved_tag_changes_nothing_until_the_lock_is_updated()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("builder:1", "old");
        var app = bench.Image("app", "FROM builder:1 AS build\nFROM scratch\nCOPY --from=build /note /note\n");
        var before = await bench.BuildAsync((await bench.RestoreAsync(app)).Policy, app);
        await bench.PublishAsync("builder:1", "new");

        var restored = await bench.RestoreAsync(bench.Request(app) with { Mode = LockMode.Frozen });
        var same = await bench.BuildAsync(restored.Policy, app);
        var stale = await bench.Updater.FindStaleAsync(bench.Request(app), CancellationToken.None);
        var diff = await bench.Updater.UpdateAsync(new() { Inputs = bench.Request(app) }, CancellationToken.None);
        var after = await bench.BuildAsync((await bench.RestoreAsync(app)).Policy, app);

        Assert.Equal(before[0].Receipt.Digest, same[0].Receipt.Digest);
        Assert.Matches("^builder:1  sha256:[0-9a-f]{12}… → sha256:[0-9a-f]{12}…", Assert.Single(stale.Lines));
        Assert.Equal("docker.io/library/builder:1", Assert.Single(restored.Stale).Key);
        Assert.Equal(stale.Lines, diff.Lines);
        Assert.NotEqual(before[0].Receipt.Digest, after[0].Receipt.Digest);
    }

    [Fact]
    public async Task A_tag_is_not_taken_for_one_that_begins_alike_and_names_may_be_short_or_long()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("lang:1.24", "glibc");
        await bench.PublishAsync("lang:1.24-alpine", "musl");
        var app = bench.Image("app", """
            FROM lang:1.24 AS one
            FROM docker.io/library/lang:1.24-alpine AS two
            FROM scratch
            COPY --from=one /note /one
            COPY --from=two /note /two
            COPY --from=docker.io/library/lang:1.24 /note /three
            """) with
        { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };

        var restored = await bench.RestoreAsync(app);
        await bench.BuildAsync(restored.Policy, app);

        Assert.Equal(["docker.io/library/lang:1.24", "docker.io/library/lang:1.24-alpine"], restored.Lock.Images.Keys);
        await bench.ExpectAsync("app", ("one", "glibc"), ("two", "musl"), ("three", "glibc"));
    }

    [Fact]
    public async Task A_base_without_the_platform_is_refused_where_BuildKit_would_take_the_wrong_one()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("narrow:1", "amd64 only", Platform.LinuxAmd64);
        var app = bench.Image("app", "FROM narrow:1\n") with { Platforms = [Platform.LinuxArm64] };

        var refused = await Assert.ThrowsAsync<KilnException>(() => bench.RestoreAsync(app));

        Assert.Equal("KILN6004", refused.Code);
        Assert.Contains("docker.io/library/narrow:1 lacks linux/arm64 and has linux/amd64 (app/Dockerfile:1)", refused.Message);
        Assert.False(File.Exists(bench.LockFile));
    }

    [Fact]
    public async Task A_frontend_is_an_input_like_any_other()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "tool");
        var locked = await bench.RestoreAsync(bench.Image("app", "FROM tool:1\n"));
        var changed = bench.Image("app", "# syntax=docker/dockerfile:1\nFROM tool:1\n");

        var denied = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(locked.Policy, changed));

        Assert.Equal("KILN6008", denied.Code);
        Assert.Contains("'docker/dockerfile:1'", denied.Message);
    }

    [Fact]
    public async Task Images_of_one_build_are_made_from_each_other_without_a_registry()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM base\nCOPY --from=team/tools /note /tools\n");
        var tools = bench.Image("team/tools", "FROM scratch\nCOPY note /note\n", "tools");
        var common = bench.Image("base", "FROM scratch\nCOPY note /note\n", "base");

        var restored = await bench.RestoreAsync(app, tools, common);
        await bench.BuildAsync(restored.Policy, app, tools, common);

        Assert.Equal(0, restored.Count);
        await bench.ExpectAsync("app", ("note", "base"), ("tools", "tools"));
    }

    [Fact]
    public async Task An_image_that_may_float_is_built_from_whatever_its_tag_means()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("nightly:edge", "monday");
        var place = bench.Mirror.Locate(ImageReference.Parse("nightly:edge"));
        var app = bench.Image("app", $"FROM {place}\n");
        var request = bench.Request(app) with { Floats = [new FloatingInput(place.ToString(), "changes every night")] };

        await bench.BuildAsync((await bench.RestoreAsync(request)).Policy, app);
        await bench.ExpectAsync("app", ("note", "monday"));
        await bench.PublishAsync("nightly:edge", "tuesday");
        await bench.BuildAsync((await bench.RestoreAsync(request)).Policy, app);

        await bench.ExpectAsync("app", ("note", "tuesday"));
        Assert.False(File.Exists(bench.LockFile));
    }

    [Fact]
    public async Task An_image_that_nobody_has_is_named_before_the_build_and_by_it()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "tool");
        var app = bench.Image("app", "FROM tool:1\n");
        await bench.RestoreAsync(app);

        var offline = await bench.RestoreAsync(bench.Request(app) with { Mode = LockMode.Frozen, Mirrors = [] });
        var failed = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(offline.Policy, app));

        Assert.StartsWith("tool:1@sha256:", Assert.Single(offline.Unconfirmed));
        Assert.Equal("KILN3021", failed.Code);
        Assert.Contains("tool:1: failed to resolve source metadata for docker.io/library/tool:1", failed.Message);
    }
}
