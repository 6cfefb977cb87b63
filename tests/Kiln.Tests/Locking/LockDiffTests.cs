using Kiln.Locking;

namespace Kiln.Tests.Locking;

public class LockDiffTests
{
    static KilnLock Of(LockedImage image) => new() { Images = [new(LockSamples.Golang, image)] };

    static string Short(char digit) => $"sha256:{new string(digit, 12)}…";

    [Fact]
    public void It_says_what_moved_what_came_and_what_went()
    {
        var before = LockSamples.Full;
        var after = before with
        {
            Images =
            [
                new(LockSamples.Golang, LockSamples.Image('f', Platform.LinuxAmd64, Platform.LinuxArm64)),
                new("docker.io/grafana/k6:1", LockSamples.Image('1') with { Via = "harbor.example.com/hub" }),
            ],
            Gits = [new("https://github.com/a/b.git#main", new LockedGit(new string('d', 40), LockSamples.Time))],
            Tools = [new("trivy", new LockedTool("0.68.0", LockSamples.Digest('1'), LockSamples.Time))],
            Urls = [],
        };

        var diff = LockDiff.Between(before, after);

        Assert.Equal(
            [
                $"+ grafana/k6:1  {Short('1')}  (via harbor.example.com/hub)",
                $"golang:1.24  {Short('a')} → {Short('f')}",
                $"- gcr.io/distroless/static-debian12:nonroot  {Short('b')}",
                "https://github.com/a/b.git#main  cccccccccccc… → dddddddddddd…",
                $"- https://example.com/tool.tgz  {Short('d')}",
                $"trivy  0.67.2 {Short('e')} → 0.68.0 {Short('1')}",
            ],
            diff.Lines);
        Assert.Equal((1, 2, 3), (diff.Added.Count, diff.Removed.Count, diff.Moved.Count));
    }

    [Fact]
    public void Platforms_that_came_and_went_are_named()
    {
        var before = LockSamples.Image('a', Platform.LinuxAmd64, Platform.Linux386);
        var after = LockSamples.Image('a', Platform.LinuxAmd64, Platform.LinuxArm64);

        Assert.Equal(
            [$"golang:1.24  {Short('a')}  (+linux/arm64, -linux/386)"],
            LockDiff.Between(Of(before), Of(after)).Lines);
        Assert.Equal(
            [$"golang:1.24  {Short('a')} → {Short('b')}  (+linux/arm64, -linux/386)"],
            LockDiff.Between(Of(before), Of(after with { Digest = LockSamples.Digest('b') })).Lines);
    }

    [Fact]
    public void Another_word_for_the_same_content_is_named()
    {
        var origin = LockSamples.Image('a');
        var mirror = origin with { Via = "harbor.example.com/hub" };
        var extended = origin with { Extra = [new("size", RawJson.Parse("1"))] };

        Assert.Equal([$"golang:1.24  {Short('a')}  (via harbor.example.com/hub)"], Lines(origin, mirror));
        Assert.Equal([$"golang:1.24  {Short('a')}  (the origin answered)"], Lines(mirror, origin));
        Assert.Equal([$"golang:1.24  {Short('a')}  (other fields changed)"], Lines(origin, extended));

        static IReadOnlyList<string> Lines(LockedImage before, LockedImage after) =>
            LockDiff.Between(Of(before), Of(after)).Lines;
    }

    [Fact]
    public void A_second_look_that_finds_the_same_is_no_change()
    {
        var image = LockSamples.Image('a');
        var later = image with { Resolved = LockSamples.Time.AddDays(1) };

        var diff = LockDiff.Between(Of(image), Of(later));

        Assert.True(diff.IsEmpty);
    }
}
