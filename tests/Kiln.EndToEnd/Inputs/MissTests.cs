using Kiln.EndToEnd.Pipeline;
using Kiln.Receipts;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What receipts tell of the cache, after builds that really missed it.</summary>
public sealed class MissTests(PipelineFixture fixture)
{
    const string Dockerfile = "FROM tool:1\nARG PLACE\nWORKDIR /app\nCOPY note /app/$PLACE/\n";

    [Fact]
    public async Task The_file_the_argument_the_base_and_the_line_that_changed_are_named()
    {
        using var bench = await Workbench.OfAsync(fixture);
        await bench.PublishAsync("tool:1", "old");
        var app = With(bench.Image("app", Dockerfile, "one"), "a");

        var first = await BuildAsync(bench, app);
        var file = await BuildAsync(bench, With(bench.Image("app", Dockerfile, "two"), "a"));
        var argument = await BuildAsync(bench, With(app, "b"));
        await bench.PublishAsync("tool:1", "new");
        await bench.Updater.UpdateAsync(new() { Inputs = bench.Request(app) }, CancellationToken.None);
        var from = await BuildAsync(bench, With(app, "b"));
        var line = await BuildAsync(bench, With(bench.Image("app", Dockerfile.Replace("WORKDIR /app", "WORKDIR /other"), "two"), "b"));

        Expect(first, "WORKDIR /app", MissCause.FirstBuild);
        Expect(file, "COPY note /app/a/", MissCause.File, "note");
        Expect(argument, "COPY note /app/b/", MissCause.Argument, "PLACE");
        Assert.Equal((MissCause.Base, 1), (from.Miss!.Cause, from.Miss.Changed.Count));
        Assert.Matches("^docker.io/library/tool:1: sha256:[0-9a-f]{12} → sha256:[0-9a-f]{12}$", from.Miss.Changed[0]);
        Expect(line, "WORKDIR /other", MissCause.Instruction, "line 3: WORKDIR /other");
    }

    [Fact]
    public async Task A_mode_is_named_as_such()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM scratch\nCOPY note /\n");
        await BuildAsync(bench, app);
        File.SetUnixFileMode(Path.Combine(app.Context, "note"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Expect(await BuildAsync(bench, app), "COPY note /", MissCause.Mode, "note");
    }

    [Fact]
    public async Task Cached_steps_save_what_they_took_and_a_cache_that_was_emptied_is_not_explained()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM golang:1.24\nRUN sleep 2\n") with { Network = BuildNetwork.None };

        var first = await BuildAsync(bench, app);
        var cached = await BuildAsync(bench, app);
        await bench.EmptyBuilderAsync();
        var emptied = await BuildAsync(bench, app);

        Assert.Equal((null, null), (first.SecondsSaved, first.CachedOfUnknownTime));
        Assert.Equal((1, 1, null), (cached.Steps, cached.Cached, cached.Miss));
        Assert.True(cached.SecondsSaved >= 2, $"{cached.SecondsSaved} seconds were saved");
        Assert.Equal((0, MissCause.Unknown), (emptied.Cached, emptied.Miss!.Cause));
    }

    static ImageSpec With(ImageSpec image, string place) => image with { BuildArgs = [new("PLACE", place)] };

    static void Expect(WorkReceipt work, string step, MissCause cause, params string[] changed)
    {
        Assert.EndsWith(step, work.Miss?.Step);
        Assert.Equal((cause, string.Join(", ", changed)), (work.Miss!.Cause, string.Join(", ", work.Miss.Changed)));
    }

    static async Task<WorkReceipt> BuildAsync(Workbench bench, ImageSpec image)
    {
        var inputs = await bench.RestoreAsync(image);
        return (await bench.BuildAsync(inputs.Policy, x => x with { Inputs = inputs.OfImages, SkipsUnchanged = false }, image))[0].Receipt.Work;
    }
}
