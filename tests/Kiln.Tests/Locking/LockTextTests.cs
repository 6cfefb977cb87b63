using System.Text.Json;
using Kiln.Locking;

namespace Kiln.Tests.Locking;

public class LockTextTests
{
    [Fact]
    public void A_lock_has_one_entry_a_line_and_everything_in_the_order_of_its_key()
    {
        var (a, b) = (new string('a', 64), new string('b', 64));
        var (c, d, e) = (new string('c', 40), new string('d', 64), new string('e', 64));

        Assert.Equal(
            $$"""
            {
              "actions": {
                "actions/checkout@v4": { "commit": "{{c}}", "resolved": "2026-11-25T07:00:00Z" }
              },
              "charts": {
                "redis": { "b": [1, 2.50], "a": {} }
              },
              "comment": "kept",
              "gits": {
                "https://github.com/a/b.git#main": { "commit": "{{c}}", "resolved": "2026-11-25T07:00:00Z" }
              },
              "images": {
                "docker.io/library/golang:1.24": { "digest": "sha256:{{a}}", "platforms": ["linux/amd64", "linux/arm64"], "resolved": "2026-11-25T07:00:00Z" },
                "gcr.io/distroless/static-debian12:nonroot": { "digest": "sha256:{{b}}", "platforms": ["linux/amd64"], "resolved": "2026-11-25T07:00:00Z", "size": 7, "via": "harbor.example.com/gcr" }
              },
              "tools": {
                "trivy": { "checksum": "sha256:{{e}}", "resolved": "2026-11-25T07:00:00Z", "version": "0.67.2" }
              },
              "urls": {
                "https://example.com/tool.tgz": { "checksum": "sha256:{{d}}", "resolved": "2026-11-25T07:00:00Z" }
              },
              "version": 1
            }

            """,
            LockText.Write(LockSamples.Full));
    }

    [Fact]
    public void An_empty_lock_is_its_version() =>
        Assert.Equal("{\n  \"version\": 1\n}\n", LockText.Write(KilnLock.Empty));

    [Fact]
    public void What_was_written_is_read_again()
    {
        var text = LockText.Write(LockSamples.Full);

        Assert.Equal(LockSamples.Full, LockText.Read(text, "kiln.lock"));
        Assert.Equal(KilnLock.Empty, LockText.Read(LockText.Write(KilnLock.Empty), "kiln.lock"));
    }

    [Fact]
    public void It_is_valid_json_whatever_the_names_are()
    {
        var name = "a\"\\\n\u0001\ud800é😀\u2028</script>";
        var tool = new LockedTool("1", LockSamples.Digest('a'), LockSamples.Time);
        var content = KilnLock.Empty with { Tools = [new(name, tool)] };

        var text = LockText.Write(content);

        Assert.NotNull(JsonDocument.Parse(text));
        Assert.Contains("\"a\\\"\\\\\\u000a\\u0001\\ud800é😀\\u2028</script>\"", text);
        Assert.Equal(content, LockText.Read(text, "kiln.lock"));
    }

    [Fact]
    public void A_lock_that_was_laid_out_by_someone_else_reads_the_same()
    {
        var text = LockText.Write(LockSamples.Full);

        var windows = LockText.Read("\uFEFF" + text.Replace("\n", "\r\n"), "kiln.lock");
        var minified = LockText.Read(text.Replace("\n", "").Replace(": ", ":"), "kiln.lock");

        Assert.Equal(LockSamples.Full, windows);
        Assert.Equal(text, LockText.Write(minified));
    }

    [Fact]
    public void Times_are_whole_seconds_of_UTC_and_platforms_are_sorted_and_once()
    {
        var image = new LockedImage(
            LockSamples.Digest('a'),
            [Platform.LinuxArm64, Platform.LinuxAmd64, Platform.LinuxArm64],
            DateTimeOffset.Parse("2026-11-25T08:00:00.987+01:00"));

        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], image.Platforms);
        Assert.Equal(LockSamples.Time, image.Resolved);
        Assert.Equal(TimeSpan.Zero, image.Resolved.Offset);
    }

    [Theory]
    [InlineData("2026-11-25T08:00:00+01:00")]
    [InlineData("2026-11-25T07:00:00.5Z")]
    [InlineData("2026-11-25T07:00:00Z")]
    public void Every_time_of_RFC_3339_is_read(string time)
    {
        var text = LockText.Write(LockSamples.Full).Replace("2026-11-25T07:00:00Z", time);

        Assert.Equal(LockSamples.Full, LockText.Read(text, "kiln.lock"));
    }
}
