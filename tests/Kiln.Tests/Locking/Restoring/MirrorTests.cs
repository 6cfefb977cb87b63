using Kiln.Locking;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

/// <summary>Who serves bytes, and whose word counts.</summary>
public sealed class MirrorTests(RegistryFixture registries) : IDisposable
{
    readonly RestoreBench _bench = new(registries.Open);
    readonly string _silent = $"127.0.0.1:{FreePort.Find()}";

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_mirror_serves_the_bytes_of_what_the_origin_means()
    {
        using var mirrored = new RestoreBench(registries.Open);
        var digest = await _bench.PublishAsync("tool:1", "tool");
        var origin = _bench.Corner.Split('/')[0];
        var path = _bench.Corner.Split('/')[1];
        await mirrored.PublishAsync($"{path}/tool:other", "tool");
        await mirrored.PublishAsync($"{path}/tool:1", "a mirror that lies about its tag");
        var request = _bench.Request(_bench.Image("app", $"FROM {_bench.Corner}/tool:1\n")) with
        {
            Mirrors = [mirrored.Mirror(MirrorAuthority.BytesOnly, origin)],
        };

        var inputs = await _bench.RestoreAsync(request);

        Assert.Equal([$"{mirrored.Corner}/{path}/tool:1@{digest}"], RestoreBench.PlacesIn(inputs));
        Assert.Null(Assert.Single(inputs.Lock.Images).Value.Via);
    }

    [Fact]
    public async Task A_mirror_that_lacks_the_digest_is_passed_over()
    {
        using var empty = new RestoreBench(registries.Open);
        var digest = await _bench.PublishAsync("tool:1", "tool");
        var request = _bench.Request(_bench.Image("app", $"FROM {_bench.Corner}/tool:1\n")) with
        {
            Mirrors = [empty.Mirror(MirrorAuthority.BytesOnly, _bench.Corner.Split('/')[0])],
        };

        Assert.Equal([$"{_bench.Corner}/tool:1@{digest}"], RestoreBench.PlacesIn(await _bench.RestoreAsync(request)));
    }

    [Theory]
    [InlineData(MirrorAuthority.Always)]
    [InlineData(MirrorAuthority.WhenOriginIsSilent)]
    public async Task A_word_that_counts_is_written_down_with_whose_it_was(MirrorAuthority authority)
    {
        var digest = await _bench.PublishAsync("tool:1", "tool");
        var request = Unreachable(authority);

        var inputs = await _bench.RestoreAsync(request);

        Assert.Equal(_bench.Corner, inputs.Lock.Images[$"{_silent}/tool:1"].Via);
        Assert.Equal([$"{_bench.Corner}/tool:1@{digest}"], RestoreBench.PlacesIn(inputs));
    }

    [Fact]
    public async Task A_word_that_does_not_count_is_not_taken()
    {
        await _bench.PublishAsync("tool:1", "tool");

        var error = await _bench.RefuseAsync(Unreachable(MirrorAuthority.BytesOnly));

        Assert.Equal("KILN6010", error.Code);
        Assert.Equal(
            $"What '{_silent}/tool:1' means cannot be found out: nothing listens at {_silent}; the word of the mirror {_bench.Corner} does not count. "
            + "Correct the name, try again where the registry can be reached, or name a mirror whose word counts.",
            error.Message);
    }

    [Fact]
    public async Task With_a_full_lock_an_origin_that_is_away_is_no_error()
    {
        await _bench.PublishAsync("tool:1", "tool");
        var request = Unreachable(MirrorAuthority.Always);
        await _bench.RestoreAsync(request);

        var mirrored = await _bench.RestoreAsync(request with { Mode = LockMode.Frozen });
        var alone = await _bench.RestoreAsync(request with { Mode = LockMode.Frozen, Mirrors = [] });

        Assert.Empty(mirrored.Unconfirmed);
        Assert.StartsWith($"{_silent}/tool:1@sha256:", Assert.Single(alone.Unconfirmed));
        Assert.EndsWith($": nothing listens at {_silent}", Assert.Single(alone.Unconfirmed));
    }

    [Fact]
    public async Task What_the_only_authority_has_no_more_is_gone()
    {
        await _bench.PublishAsync("tool:1", "tool");
        var request = Unreachable(MirrorAuthority.Always);
        await _bench.RestoreAsync(request);
        using var empty = new RestoreBench(registries.Open);

        var error = await _bench.RefuseAsync(request with { Mirrors = [empty.Mirror(MirrorAuthority.Always, _silent)] });

        Assert.Equal("KILN6004", error.Code);
        Assert.Contains("gone, no registry has them any more:", error.Message);
    }

    Kiln.Locking.Restoring.RestoreRequest Unreachable(MirrorAuthority authority) =>
        _bench.Request(_bench.Image("app", $"FROM {_silent}/tool:1\n")) with { Mirrors = [_bench.Mirror(authority, _silent)] };
}
