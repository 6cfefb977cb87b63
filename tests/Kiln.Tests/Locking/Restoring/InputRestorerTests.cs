using Kiln.Locking;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class InputRestorerTests(RegistryFixture registries) : IDisposable
{
    readonly RestoreBench _bench = new(registries.Open);

    public void Dispose() => _bench.Dispose();

    string Corner => _bench.Corner;

    [Fact]
    public async Task What_is_missing_is_added_with_its_platforms()
    {
        var digest = await _bench.PublishAsync("tool:1", "tool");

        var inputs = await _bench.RestoreAsync(_bench.Image("app", $"FROM {Corner}/tool:1\n"));

        var entry = LockFile.Read(_bench.LockFile)!.Images[$"{Corner}/tool:1"];
        Assert.Equal(new LockedImage(digest, [Platform.LinuxAmd64, Platform.LinuxArm64], _bench.Clock.Now), entry);
        Assert.Equal([$"{Corner}/tool:1@{digest}"], RestoreBench.PlacesIn(inputs));
        Assert.Single(inputs.Diff.Added);
    }

    [Fact]
    public async Task A_full_lock_is_left_alone()
    {
        await _bench.PublishAsync("tool:1", "tool");
        var app = _bench.Image("app", $"FROM {Corner}/tool:1\n");
        await _bench.RestoreAsync(app);
        File.SetLastWriteTimeUtc(_bench.LockFile, DateTime.UnixEpoch);
        _bench.Clock.Now += TimeSpan.FromDays(1);

        var again = await _bench.RestoreAsync(app);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_bench.LockFile));
        Assert.True(again.Diff.IsEmpty);
    }

    [Fact]
    public async Task A_frozen_lock_that_does_not_match_is_one_message()
    {
        var narrow = await _bench.PublishAsync("narrow:1", "narrow", isNarrow: true);
        await _bench.PublishAsync("unused:1", "unused");
        await _bench.PublishAsync("gone:1", "gone");
        await _bench.RestoreAsync(_bench.Image("app", $"FROM {Corner}/narrow:1\nCOPY --from={Corner}/unused:1 /x /x\nCOPY --from={Corner}/gone:1 /y /y\n"));
        var gone = $"sha256:{new string('0', 64)}";
        var text = File.ReadAllText(_bench.LockFile);
        File.WriteAllText(_bench.LockFile, text.Replace(DigestOf(text, "gone:1"), gone));
        var before = File.ReadAllText(_bench.LockFile);
        var app = _bench.Image(
            "app", $"FROM {Corner}/narrow:1\nCOPY --from={Corner}/gone:1 /y /y\nCOPY --from=new:1 /z /z\n", Platform.LinuxArm64);

        var error = await _bench.RefuseAsync(_bench.Request(app) with { Mode = LockMode.Frozen });

        Assert.Equal("KILN6004", error.Code);
        Assert.Equal(
            $"""
            The lock 'kiln.lock' does not match what the build needs:
              missing from the lock:
                docker.io/library/new:1 (app/Dockerfile:3)
              unused, nothing needs them any more:
                {Corner}/unused:1
              without a platform that is needed:
                {Corner}/narrow:1 lacks linux/arm64 and has linux/amd64 (app/Dockerfile:1)
              gone, no registry has them any more:
                {Corner}/gone:1@{gone} (app/Dockerfile:2)
            Run `./build.sh UpdateLock` and commit 'kiln.lock'. An image that lacks the platform even then is not made for it: take another one, or build without it.
            """,
            error.Message);
        Assert.Equal(before, File.ReadAllText(_bench.LockFile));
        Assert.NotEqual(narrow.ToString(), gone);
    }

    [Fact]
    public async Task A_base_that_lacks_the_platform_is_refused_before_anything_is_written()
    {
        await _bench.PublishAsync("narrow:1", "narrow", isNarrow: true);

        var error = await _bench.RefuseAsync(_bench.Request(_bench.Image("app", $"FROM {Corner}/narrow:1\n", Platform.LinuxArm64)));

        Assert.Equal("KILN6004", error.Code);
        Assert.Contains($"{Corner}/narrow:1 lacks linux/arm64 and has linux/amd64 (app/Dockerfile:1)", error.Message);
        Assert.False(File.Exists(_bench.LockFile));
    }

    [Fact]
    public async Task A_tag_that_moved_is_stale_and_the_locked_digest_is_used_also_below_a_builder_stage()
    {
        var old = await _bench.PublishAsync("builder:1", "old");
        var app = _bench.Image("app", $"FROM {Corner}/builder:1 AS build\nFROM scratch\nCOPY --from=build /own /own\n");
        await _bench.RestoreAsync(app);
        var now = await _bench.PublishAsync("builder:1", "new");

        var inputs = await _bench.RestoreAsync(_bench.Request(app) with { Mode = LockMode.Frozen });

        Assert.Equal([$"{Corner}/builder:1@{old}"], RestoreBench.PlacesIn(inputs));
        Assert.Equal([new($"{Corner}/builder:1", old, now)], inputs.Stale);
    }

    [Fact]
    public async Task An_entry_too_many_is_told_on_a_laptop_and_stays()
    {
        await _bench.PublishAsync("tool:1", "tool");
        await _bench.RestoreAsync(_bench.Image("app", $"FROM {Corner}/tool:1\n"));

        var inputs = await _bench.RestoreAsync(_bench.Image("app", "FROM scratch\n"));

        Assert.Equal($"{Corner}/tool:1", Assert.Single(inputs.Unused).Key);
        Assert.Single(LockFile.Read(_bench.LockFile)!.Images);
    }

    [Fact]
    public async Task What_may_float_is_not_locked()
    {
        await _bench.PublishAsync("tool:edge", "tool");
        var request = _bench.Request(_bench.Image("app", $"FROM {Corner}/tool:edge\n")) with
        {
            Floats = [new($"{Corner}/tool:edge", "changes every day"), new("other:1", "is not here")],
        };

        var inputs = await _bench.RestoreAsync(request);

        Assert.Empty(inputs.Lock.Images);
        Assert.Equal([request.Floats[0]], inputs.Floating);
        Assert.Equal([$"{Corner}/tool:edge"], RestoreBench.PlacesIn(inputs));
    }

    [Fact]
    public async Task A_malformed_lock_stays_as_it_is()
    {
        File.WriteAllText(_bench.LockFile, "{ \"version\": 1,, }");

        var error = await _bench.RefuseAsync(_bench.Request(_bench.Image("app", "FROM scratch\n")));

        Assert.Equal("KILN6001", error.Code);
        Assert.Equal("{ \"version\": 1,, }", File.ReadAllText(_bench.LockFile));
    }

    static string DigestOf(string text, string name) =>
        text[text.IndexOf(name, StringComparison.Ordinal)..].Split("\"digest\": \"")[1].Split('"')[0];
}
