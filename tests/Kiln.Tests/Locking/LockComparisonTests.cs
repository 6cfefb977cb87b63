using Kiln.Locking;

namespace Kiln.Tests.Locking;

public class LockComparisonTests
{
    static RequiredInput Image(string reference, string place, Platform? platform = null) =>
        new RequiredInput.Image(ImageReference.Parse(reference), platform ?? Platform.LinuxAmd64) { Place = At(place) };

    static RequiredInput Url(string address, string place) => new RequiredInput.Url(address) { Place = At(place) };

    static RequiredInput Git(string remote, string? reference, string place) =>
        new RequiredInput.Git(remote, reference) { Place = At(place) };

    static InputPlace At(string place) =>
        place.Split(':') is [var file, var line] ? new(file, int.Parse(line)) : new(place, 1);

    [Fact]
    public void A_lock_matches_that_holds_just_what_is_needed()
    {
        var comparison = LockComparison.Of(
            LockSamples.Full,
            [
                Image("golang:1.24", "a/Dockerfile:1", Platform.LinuxArm64),
                Image("golang:1.24", "a/Dockerfile:1"),
                Image("gcr.io/distroless/static-debian12:nonroot", "a/Dockerfile:5"),
                Url("https://example.com/tool.tgz", "a/Dockerfile:2"),
                Git("https://github.com/a/b.git", "main", "a/Dockerfile:3"),
            ]);

        Assert.True(comparison.IsMatch);
        Assert.Equal(new LockComparison(), comparison);
    }

    [Fact]
    public void One_message_lists_all_that_does_not_match_and_the_command_that_mends_it()
    {
        var comparison = LockComparison.Of(
            LockSamples.Full,
            [
                Image("golang:1.24", "samples/y/Dockerfile:10", Platform.LinuxRiscV64),
                Image("golang:1.24", "samples/y/Dockerfile:10", Platform.LinuxS390X),
                Image("golang:1.24", "samples/y/Dockerfile:9", Platform.LinuxS390X),
                Image("golang:1.24", "samples/y/Dockerfile:1", Platform.LinuxArm64),
                Image("alpine", "samples/y/Dockerfile:10"),
                Image("alpine", "samples/y/Dockerfile:9", Platform.LinuxArm64),
                Image("alpine", "samples/x/Dockerfile:3"),
                Image("alpine", "samples/x/Dockerfile:3"),
                Url("https://example.com/other.tgz", "samples/x/Dockerfile:4"),
                Git("https://github.com/a/b.git", null, "samples/x/Dockerfile:5"),
            ]);

        var error = comparison.ToException("kiln.lock", "./build.sh UpdateLock");

        Assert.False(comparison.IsMatch);
        Assert.Equal("KILN6004", error.Code);
        Assert.Equal(
            """
            The lock 'kiln.lock' does not match what the build needs:
              missing from the lock:
                docker.io/library/alpine:latest (samples/x/Dockerfile:3, samples/y/Dockerfile:9, samples/y/Dockerfile:10)
                https://github.com/a/b.git (samples/x/Dockerfile:5)
                https://example.com/other.tgz (samples/x/Dockerfile:4)
              unused, nothing needs them any more:
                gcr.io/distroless/static-debian12:nonroot
                https://github.com/a/b.git#main
                https://example.com/tool.tgz
              without a platform that is needed:
                docker.io/library/golang:1.24 lacks linux/riscv64, linux/s390x and has linux/amd64, linux/arm64 (samples/y/Dockerfile:9, samples/y/Dockerfile:10)
            Run `./build.sh UpdateLock` and commit 'kiln.lock'. An image that lacks the platform even then is not made for it: take another one, or build without it.
            """,
            error.Message);
    }

    [Fact]
    public void What_does_not_differ_is_not_spoken_of()
    {
        var comparison = LockComparison.Of(KilnLock.Empty, [Image("alpine:3.20", "Dockerfile:1")]);

        Assert.Equal(
            """
            The lock 'kiln.lock' does not match what the build needs:
              missing from the lock:
                docker.io/library/alpine:3.20 (Dockerfile:1)
            Run `./build.sh Restore` and commit 'kiln.lock'.
            """,
            comparison.ToException("kiln.lock", "./build.sh Restore").Message);
    }

    [Fact]
    public void A_reference_with_a_digest_has_an_entry_of_its_own_for_its_platforms()
    {
        var digest = LockSamples.Digest('a');
        var input = Image($"golang:1.24@{digest}", "Dockerfile:1");
        var content = KilnLock.Empty with { Images = [new(input.Key, LockSamples.Image('a'))] };

        Assert.Equal($"docker.io/library/golang:1.24@{digest}", input.Key);
        Assert.Equal($"docker.io/library/golang@{digest}", Image($"golang@{digest}", "Dockerfile:1").Key);
        Assert.True(LockComparison.Of(content, [input]).IsMatch);
    }

    [Fact]
    public void Actions_and_tools_are_not_compared() =>
        Assert.True(LockComparison.Of(
            KilnLock.Empty with { Actions = LockSamples.Full.Actions, Tools = LockSamples.Full.Tools }, []).IsMatch);

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", true)]
    [InlineData("linux/amd64", "linux/amd64/v3", true)] // an older variant runs on newer processors
    [InlineData("linux/amd64/v3", "linux/amd64", false)]
    [InlineData("linux/arm/v6", "linux/arm/v7", true)]
    [InlineData("linux/arm/v7", "linux/arm/v6", false)]
    [InlineData("linux/386", "linux/amd64", false)] // BuildKit would take it, and build the wrong architecture
    [InlineData("linux/arm/v7", "linux/arm64", false)]
    [InlineData("windows/amd64", "linux/amd64", false)]
    public void A_platform_is_served_by_itself_and_by_an_older_variant(string has, string needs, bool matches)
    {
        var image = LockSamples.Image('a', Platform.Parse(has));
        var content = KilnLock.Empty with { Images = [new(LockSamples.Golang, image)] };

        var comparison = LockComparison.Of(content, [Image("golang:1.24", "Dockerfile:1", Platform.Parse(needs))]);

        Assert.Equal(matches, comparison.IsMatch);
    }
}
