using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class MirrorTests(RegistryFixture registries) : IDisposable
{
    readonly RestoreFolder _folder = new();
    readonly string _path = $"mirror/{Guid.NewGuid():N}";
    readonly string _silent = $"127.0.0.1:{FreePort.Find()}";

    string Replica => $"{registries.Open}/{_path}/copy";

    public void Dispose() => _folder.Dispose();

    /// <summary>The same repository below each origin, and below the mirror of it.</summary>
    string In(string origin) => $"{origin}/{_path}:1";

    string Copy => $"{Replica}/{_path}:1";

    RestoreRequest Through(string origin, MirrorAuthority authority) =>
        _folder.Request with { Mirrors = [new Mirror(origin, Replica) { Authority = authority }] };

    void Write(string origin) => _folder.Write($"FROM {In(origin)}");

    void Lock(string origin, Digest digest) => _folder.WriteLock(KilnLock.Empty with
    {
        Images = [new(In(origin), new LockedImage(digest, [Platform.LinuxAmd64], LockSamples.Time))],
    });

    [Fact]
    public async Task A_mirror_serves_the_bytes_of_what_the_origin_says()
    {
        var digest = await TestImages.PushAsync(In(registries.Open), "x", "amd64");
        await TestImages.PushAsync(Copy, "x", "amd64");
        Write(registries.Open);

        var inputs = await _folder.RestoreAsync(Through(registries.Open, MirrorAuthority.BytesOnly));

        Assert.Equal((digest, null), (inputs.Lock.Images[In(registries.Open)].Digest, inputs.Lock.Images[In(registries.Open)].Via));
        Assert.Contains($"\"docker-image://{Copy}@{digest}\"", inputs.Policy.ToJson());
    }

    [Fact]
    public async Task A_mirror_that_lacks_the_bytes_is_passed_over_for_the_origin()
    {
        var digest = await TestImages.PushAsync(In(registries.Open), "x", "amd64");
        await TestImages.PushAsync(Copy, "older", "amd64");
        Write(registries.Open);

        var inputs = await _folder.RestoreAsync(Through(registries.Open, MirrorAuthority.BytesOnly));

        Assert.Contains($"\"docker-image://{In(registries.Open)}@{digest}\"", inputs.Policy.ToJson());
        Assert.DoesNotContain(Replica, inputs.Policy.ToJson());
    }

    [Fact]
    public async Task A_mirror_that_is_not_there_is_passed_over_for_the_next_one()
    {
        var digest = await TestImages.PushAsync(In(registries.Open), "x", "amd64");
        await TestImages.PushAsync(Copy, "x", "amd64");
        Write(registries.Open);
        var request = Through(registries.Open, MirrorAuthority.BytesOnly);

        var inputs = await _folder.RestoreAsync(request with { Mirrors = [new Mirror(registries.Open, $"{_silent}/m"), .. request.Mirrors] });

        Assert.Contains($"\"docker-image://{Copy}@{digest}\"", inputs.Policy.ToJson());
    }

    // authority            origin     whose word   recorded
    // Always               answers    mirror       via
    // Always               silent     mirror       via
    // WhenOriginIsSilent   answers    origin       no
    // WhenOriginIsSilent   silent     mirror       via
    // BytesOnly            answers    origin       no
    [Theory]
    [InlineData(MirrorAuthority.Always, true, true)]
    [InlineData(MirrorAuthority.Always, false, true)]
    [InlineData(MirrorAuthority.WhenOriginIsSilent, true, false)]
    [InlineData(MirrorAuthority.WhenOriginIsSilent, false, true)]
    [InlineData(MirrorAuthority.BytesOnly, true, false)]
    public async Task Whose_word_was_taken_is_recorded(MirrorAuthority authority, bool originAnswers, bool isMirrors)
    {
        var origin = originAnswers ? registries.Open : _silent;
        var copy = await TestImages.PushAsync(Copy, "older", "amd64");
        var original = originAnswers ? await TestImages.PushAsync(In(origin), "newer", "amd64") : null;
        Write(origin);

        var inputs = await _folder.RestoreAsync(Through(origin, authority));

        var entry = inputs.Lock.Images[In(origin)];
        Assert.Equal((isMirrors ? copy : original, isMirrors ? Replica : null), (entry.Digest, entry.Via));
        Assert.Equal(inputs.Lock, _folder.Lock);
    }

    [Fact]
    public async Task A_mirror_that_may_only_serve_bytes_is_not_asked_what_a_silent_origin_means()
    {
        await TestImages.PushAsync(Copy, "x", "amd64");
        Write(_silent);

        var error = await _folder.RefusalAsync(Through(_silent, MirrorAuthority.BytesOnly));

        Assert.Equal(
            ("KILN6010", $"What '{In(_silent)}' means cannot be found out: nothing listens at {_silent}; the word of the mirror {Replica} does not count. "
                + "Correct the name, try again where the registry can be reached, or name a mirror whose word counts."),
            (error.Code, error.Message));
        Assert.False(error.IsUsage);
        Assert.False(File.Exists(_folder.LockFile));
    }

    [Fact]
    public async Task What_the_only_authority_has_no_more_is_gone()
    {
        Write(_silent);
        Lock(_silent, LockSamples.Digest('a'));

        var error = await _folder.RefusalAsync(Through(_silent, MirrorAuthority.Always) with { Mode = LockMode.Frozen });

        Assert.Equal("KILN6004", error.Code);
        Assert.Contains("gone, no registry has them any more:", error.Message);
    }

    [Fact]
    public async Task With_a_full_lock_a_silent_origin_s_bytes_come_from_the_mirror()
    {
        var digest = await TestImages.PushAsync(Copy, "x", "amd64");
        Write(_silent);
        Lock(_silent, digest);

        var inputs = await _folder.RestoreAsync(Through(_silent, MirrorAuthority.BytesOnly) with { Mode = LockMode.Frozen });

        Assert.Contains($"\"docker-image://{Copy}@{digest}\"", inputs.Policy.ToJson());
        Assert.Empty(inputs.Unconfirmed);
    }

    [Theory]
    [InlineData(LockMode.Add)]
    [InlineData(LockMode.Frozen)]
    public async Task With_a_full_lock_and_nobody_to_ask_the_image_is_named(LockMode mode)
    {
        var digest = LockSamples.Digest('a');
        Write(_silent);
        Lock(_silent, digest);

        var inputs = await _folder.RestoreAsync(_folder.Request with { Mode = mode });

        Assert.Equal([$"{In(_silent)}@{digest}: nothing listens at {_silent}"], inputs.Unconfirmed);
        Assert.Empty(inputs.Stale);
        Assert.Contains($"\"docker-image://{In(_silent)}@{digest}\"", inputs.Policy.ToJson());
    }
}
