using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Contracts.Documentation;

public class LockGuideTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.UnixEpoch;

    private static readonly string[] JsonBlocks =
    [
        .. Regex.Matches(
                File.ReadAllText(Repository.PathTo("docs", "guides", "locks.md")), "^```json\n(?<text>.*?)^```$",
                RegexOptions.Singleline | RegexOptions.Multiline)
            .Select(x => x.Groups["text"].Value),
    ];

    private static readonly Regex Renovate = RenovateExpression();

    private static readonly string[] References =
    [
        "docker.io/library/golang:1.24", "docker.io/library/golang:1.24-alpine", "127.0.0.1:5000/team/api:v1.0_x",
        "gcr.io/distroless/static-debian12:nonroot",
    ];

    private static ValueMap<RawJson> EarlierField => [new("base", RawJson.Parse("{}"))];

    /// <summary>
    /// Sections around the images, a field before the digest, and an image that is the Dockerfile's to move.
    /// </summary>
    private static readonly KilnLock Sample = new()
    {
        Actions = [new("actions/checkout@v4", new LockedAction(new string('c', 40), Time))],
        Images =
        [
            .. References.Select(x => KeyValuePair.Create(x, Image(x) with { Extra = EarlierField })),
            new($"docker.io/library/alpine:3@{Digest.OfBytes("3"u8)}", Image("3")),
        ],
        Gits = [new("https://github.com/a/b.git#main", new LockedGit(new string('c', 40), Time))],
        Tools = [new("tool:1", new LockedTool("1", Digest.OfBytes("t"u8), Time))],
        Urls = [new("https://example.com:8443/a", new LockedUrl(Digest.OfBytes("u"u8), Time))],
    };

    [Fact]
    public void The_sample_is_written_as_Kiln_writes_it()
    {
        var sample = JsonBlocks[0];

        Assert.Equal(sample, LockText.Write(LockText.Read(sample, "docs/guides/locks.md")));
    }

    [Fact]
    public void The_expression_for_Renovate_finds_every_image_that_a_tag_names()
    {
        var found = Renovate.Matches(LockText.Write(Sample)).Select(x =>
            (Reference: $"{x.Groups["depName"]}:{x.Groups["currentValue"]}", Digest: x.Groups["currentDigest"].Value));

        Assert.Equal(
            References.Order(StringComparer.Ordinal).Select(x => (x, Sample.Images[x].Digest.ToString())), found);
    }

    [Fact]
    public void A_tag_is_told_from_a_port()
    {
        var match = Renovate.Matches(LockText.Write(Sample))[0];

        Assert.Equal("127.0.0.1:5000/team/api", match.Groups["depName"].Value);
        Assert.Equal("v1.0_x", match.Groups["currentValue"].Value);
    }

    [Fact]
    public void A_digest_that_Renovate_replaced_gives_the_lock_that_was_meant()
    {
        const string Golang = "docker.io/library/golang:1.24";
        var moved = Digest.OfBytes("moved"u8);
        var text = LockText.Write(Sample);
        var match = Renovate.Matches(text).Single(x => x.Value.Contains($"\"{Golang}\""));

        var digest = match.Groups["currentDigest"];
        var replaced = text.Remove(digest.Index, digest.Length).Insert(digest.Index, moved.ToString());

        var image = Sample.Images[Golang] with { Digest = moved };
        var expected = Sample with { Images = Sample.Images.With(Golang, image) };
        Assert.Equal(expected, LockText.Read(replaced, "kiln.lock"));
        Assert.Equal(replaced, LockText.Write(expected));
    }

    private static LockedImage Image(string name) =>
        new(Digest.OfBytes(Encoding.UTF8.GetBytes(name)), [Platform.LinuxAmd64], Time);

    private static Regex RenovateExpression()
    {
        using var configuration = JsonDocument.Parse(JsonBlocks[1]);
        var manager = configuration.RootElement.GetProperty("customManagers")[0];
        Assert.Equal("docker", manager.GetProperty("datasourceTemplate").GetString());
        return new Regex(manager.GetProperty("matchStrings")[0].GetString()!, RegexOptions.ECMAScript);
    }
}
