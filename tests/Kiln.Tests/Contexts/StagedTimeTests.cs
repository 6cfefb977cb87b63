using Kiln.Contexts;

namespace Kiln.Tests.Contexts;

public sealed class StagedTimeTests : IDisposable
{
    static readonly DateTimeOffset Commit = DateTimeOffset.Parse("2026-01-02T03:04:05Z");

    readonly TemporaryFolder _folder = new();

    Task<StagedContext> Stage(DateTimeOffset? timestamp) => new ContextStager().StageAsync(
        new ContextSource(_folder["source"]) { Timestamp = timestamp }, _folder["staged"]);

    IEnumerable<DateTime> Seconds() => TreeListing.Entries(_folder["staged"])
        .Select(x => x.LastWriteTimeUtc).Select(x => x.AddTicks(-(x.Ticks % TimeSpan.TicksPerSecond)));

    void Prepare()
    {
        _folder.Write("source/sub/old", "1");
        File.SetLastWriteTimeUtc(_folder["source/sub/old"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        _folder.Write("source/sub/new", "1");
        File.CreateSymbolicLink(_folder["source/link"], "new");
    }

    [Fact]
    public async Task Everything_is_of_the_second_of_the_timestamp()
    {
        Prepare();

        await Stage(Commit);

        Assert.Equal(Enumerable.Repeat(Commit.UtcDateTime, 4), Seconds());
    }

    [Fact]
    public async Task Another_timestamp_copies_nothing()
    {
        Prepare();
        await Stage(Commit);

        var staged = await Stage(Commit.AddDays(1));

        Assert.Equal(0, staged.Copied);
        Assert.Equal(Enumerable.Repeat(Commit.UtcDateTime.AddDays(1), 4), Seconds());
    }

    [Fact]
    public async Task A_change_of_the_same_size_is_noticed()
    {
        Prepare();
        await Stage(Commit);
        var before = File.GetLastWriteTimeUtc(_folder["staged/sub/old"]);

        _folder.Write("source/sub/old", "2");
        var staged = await Stage(Commit);

        Assert.Equal((1, "2"), (staged.Copied, File.ReadAllText(_folder["staged/sub/old"])));
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(_folder["staged/sub/old"]));
    }

    [Fact]
    public async Task Without_a_timestamp_the_times_stay()
    {
        Prepare();

        await Stage(null);

        Assert.Equal(
            TreeListing.Entries(_folder["source"]).Select(x => x.LastWriteTimeUtc),
            TreeListing.Entries(_folder["staged"]).Select(x => x.LastWriteTimeUtc));
    }

    public void Dispose() => _folder.Dispose();
}
