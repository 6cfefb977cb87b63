using Kiln.Locking;

namespace Kiln.Tests.Locking;

/// <summary>Values that the tests of locks share.</summary>
static class LockSamples
{
    public const string Golang = "docker.io/library/golang:1.24";
    public const string Distroless = "gcr.io/distroless/static-debian12:nonroot";

    public static readonly DateTimeOffset Time = DateTimeOffset.Parse("2026-11-25T07:00:00Z");
    public static readonly string Commit = new('c', 40);

    public static Digest Digest(char digit) => Kiln.Digest.Parse("sha256:" + new string(digit, 64));

    public static LockedImage Image(char digit, params Platform[] platforms) =>
        new(Digest(digit), platforms.Length == 0 ? [Platform.LinuxAmd64] : [.. platforms], Time);

    public static KilnLock Full => new()
    {
        Images =
        [
            new(Golang, Image('a', Platform.LinuxArm64, Platform.LinuxAmd64)),
            new(
                Distroless,
                Image('b') with { Via = "harbor.example.com/gcr", Extra = [new("size", RawJson.Parse("7"))] }),
        ],
        Gits = [new("https://github.com/a/b.git#main", new LockedGit(Commit, Time))],
        Urls = [new("https://example.com/tool.tgz", new LockedUrl(Digest('d'), Time))],
        Actions = [new("actions/checkout@v4", new LockedAction(Commit, Time))],
        Tools = [new("trivy", new LockedTool("0.67.2", Digest('e'), Time))],
        OtherSections = [new("charts", [new("redis", RawJson.Parse("""{"b":[1,2.50],"a":{}}"""))])],
        Extra = [new("comment", RawJson.Parse("\"kept\""))],
    };
}
