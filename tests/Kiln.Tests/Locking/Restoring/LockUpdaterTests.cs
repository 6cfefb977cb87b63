using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class LockUpdaterTests(RegistryFixture registries) : IDisposable
{
    readonly RestoreBench _bench = new(registries.Open);

    public void Dispose() => _bench.Dispose();

    Task<LockDiff> UpdateAsync(ImageSpec image, params string[] only) => _bench.Updater.UpdateAsync(
        new UpdateRequest { Inputs = _bench.Request(image), Only = [.. only] }, CancellationToken.None);

    async Task<ImageSpec> TwoToolsThatMovedAsync()
    {
        await _bench.PublishAsync("one:1", "old");
        await _bench.PublishAsync("two:1", "old");
        var app = _bench.Image("app", $"FROM {_bench.Corner}/one:1\nCOPY --from={_bench.Corner}/two:1 /own /own\n");
        await _bench.RestoreAsync(app);
        await _bench.PublishAsync("one:1", "new");
        await _bench.PublishAsync("two:1", "new");
        return app;
    }

    [Fact]
    public async Task All_names_mean_what_they_mean_now()
    {
        var diff = await UpdateAsync(await TwoToolsThatMovedAsync());

        Assert.Equal(2, diff.Moved.Count);
        Assert.Matches($"^{_bench.Corner}/one:1  sha256:[0-9a-f]{{12}}… → sha256:[0-9a-f]{{12}}…$", diff.Lines[0]);
    }

    [Fact]
    public async Task Only_what_is_named_moves()
    {
        var app = await TwoToolsThatMovedAsync();

        var diff = await UpdateAsync(app, $"{_bench.Corner}/two");

        Assert.Equal($"{_bench.Corner}/two:1", Assert.Single(diff.Moved).Key);
    }

    [Fact]
    public async Task What_nothing_needs_any_more_goes()
    {
        await TwoToolsThatMovedAsync();

        var diff = await UpdateAsync(_bench.Image("app", $"FROM {_bench.Corner}/one:1\n"));

        Assert.Equal($"{_bench.Corner}/two:1", Assert.Single(diff.Removed).Key);
    }

    [Fact]
    public async Task What_did_not_move_keeps_its_time_and_the_file_its_bytes()
    {
        await _bench.PublishAsync("one:1", "old");
        var app = _bench.Image("app", $"FROM {_bench.Corner}/one:1\n");
        await _bench.RestoreAsync(app);
        var before = File.ReadAllText(_bench.LockFile);
        _bench.Clock.Now += TimeSpan.FromDays(1);

        var diff = await UpdateAsync(app);

        Assert.True(diff.IsEmpty);
        Assert.Equal(before, File.ReadAllText(_bench.LockFile));
    }

    [Fact]
    public async Task What_is_stale_is_listed_and_stays()
    {
        var app = await TwoToolsThatMovedAsync();
        var before = File.ReadAllText(_bench.LockFile);

        var diff = await _bench.Updater.FindStaleAsync(_bench.Request(app), CancellationToken.None);

        Assert.Equal(2, diff.Moved.Count);
        Assert.Equal(before, File.ReadAllText(_bench.LockFile));
    }

    [Fact]
    public async Task A_name_that_is_no_input_is_refused_with_those_that_are()
    {
        var app = _bench.Image("app", "FROM golang:1.24\nCOPY --from=gcr.io/distroless/static:latest /x /x\n");

        var error = await Assert.ThrowsAsync<KilnException>(() => UpdateAsync(app, "golan"));

        Assert.Equal("KILN6009", error.Code);
        Assert.Equal("The build has no input 'golan'. It has: gcr.io/distroless/static:latest, golang:1.24.", error.Message);
    }
}
