using System.Text.Json;

namespace Kiln.Tests;

public class ImageReferenceTests
{
    const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("alpine", "docker.io", "library/alpine", null)]
    [InlineData("alpine:3.20", "docker.io", "library/alpine", "3.20")]
    [InlineData("grafana/loki", "docker.io", "grafana/loki", null)]
    [InlineData("docker.io/alpine", "docker.io", "library/alpine", null)]
    [InlineData("index.docker.io/grafana/loki:2", "docker.io", "grafana/loki", "2")]
    [InlineData("localhost/api", "localhost", "api", null)]
    [InlineData("localhost:5000/api:dev", "localhost:5000", "api", "dev")]
    [InlineData("127.0.0.1:5000/a/b/c", "127.0.0.1:5000", "a/b/c", null)]
    [InlineData("[::1]:5000/api:x", "[::1]:5000", "api", "x")]
    [InlineData("[fe80::1]/api", "[fe80::1]", "api", null)]
    [InlineData("Registry.Example.com/api", "Registry.Example.com", "api", null)]
    [InlineData("ghcr.io/a.b_c__d---e/f", "ghcr.io", "a.b_c__d---e/f", null)]
    [InlineData("localhost:5000", "docker.io", "library/localhost", "5000")]
    [InlineData("xn--n3h.com/api:V1.2_3-rc", "xn--n3h.com", "api", "V1.2_3-rc")]
    public void Reads_its_parts(string text, string registry, string repository, string? tag)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal((registry, repository, tag), (reference.Registry, reference.Repository, reference.Tag));
        Assert.Null(reference.Digest);
    }

    [Theory]
    [InlineData($"alpine@sha256:{Hash}", null)]
    [InlineData($"alpine:3.20@sha256:{Hash}", "3.20")]
    [InlineData($"host:1/alpine:3.20@sha256:{Hash}", "3.20")]
    public void Reads_the_digest_behind_the_tag(string text, string? tag)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal((tag, Hash), (reference.Tag, reference.Digest?.Hex));
        Assert.Equal($"sha256:{Hash}", reference.TagOrDigest);
    }

    [Theory]
    [InlineData("alpine", "alpine", "docker.io/library/alpine")]
    [InlineData("docker.io/library/alpine:3", "alpine:3", "docker.io/library/alpine:3")]
    [InlineData("grafana/loki", "grafana/loki", "docker.io/grafana/loki")]
    [InlineData("docker.io/library/a/b", "library/a/b", "docker.io/library/a/b")]
    [InlineData("docker.io/library/ghcr.io/b", "library/ghcr.io/b", "docker.io/library/ghcr.io/b")]
    [InlineData("ghcr.io/a/b", "ghcr.io/a/b", "ghcr.io/a/b")]
    [InlineData($"docker.io/library/{Hash}", $"library/{Hash}", $"docker.io/library/{Hash}")]
    public void Has_a_familiar_and_a_canonical_form_that_mean_the_same(string text, string familiar, string canonical)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal((familiar, canonical), (reference.Familiar, reference.ToString()));
        Assert.Equal(reference, ImageReference.Parse(familiar));
        Assert.Equal(reference, ImageReference.Parse(canonical));
    }

    [Fact]
    public void Changes_one_part_and_keeps_the_others()
    {
        var digest = Digest.OfBytes("x"u8);
        var reference = ImageReference.Parse("ghcr.io/a/b:1");

        Assert.Equal("ghcr.io/a/b:2", reference.WithTag("2").ToString());
        Assert.Equal($"ghcr.io/a/b:1@{digest}", reference.WithDigest(digest).ToString());
        Assert.Equal("ghcr.io/a/b", reference.WithDigest(digest).WithoutTagAndDigest().ToString());
    }

    [Theory]
    [InlineData("alpine", "alpine:latest")]
    [InlineData("alpine:3", "alpine:3")]
    [InlineData($"alpine@sha256:{Hash}", $"alpine@sha256:{Hash}")]
    public void Names_latest_only_when_asked_and_only_where_nothing_else_is_named(string text, string expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).WithDefaultTag().Familiar);

    [Theory]
    [InlineData("", "it is empty; write a name such as alpine:3.20 or registry.example.com/team/api:1.0.")]
    [InlineData("al pine", "it has blanks in it.")]
    [InlineData("https://ghcr.io/a", "it is an address; leave 'https://' out.")]
    [InlineData("Alpine", "'Alpine' has upper case letters, which repositories may not; did you mean 'alpine'?")]
    [InlineData("Team/Api", "'Team/Api' has upper case letters, which repositories may not; did you mean 'team/api'?")]
    [InlineData("ghcr.io/Team/api", "'Team/api' has upper case letters, which repositories may not; did you mean 'team/api'?")]
    [InlineData("ghcr.io/", "the repository's name is missing.")]
    [InlineData("a:", "'' is not a tag; use letters, digits, '_', '.' and '-', not '.' or '-' first, and at most 128 of them.")]
    [InlineData("a:-x", "'-x' is not a tag; use letters, digits, '_', '.' and '-', not '.' or '-' first, and at most 128 of them.")]
    [InlineData("a@sha256:12", "'sha256:12' is not a digest; write sha256:<64 hex digits> behind the '@'.")]
    [InlineData("a//b", "'' cannot be a part of a repository's name; use a to z and 0 to 9, with '.', '_', '__' or '-' between them only.")]
    [InlineData("a___b", "'a___b' cannot be a part of a repository's name; use a to z and 0 to 9, with '.', '_', '__' or '-' between them only.")]
    [InlineData("a-/b", "'a-' cannot be a part of a repository's name; use a to z and 0 to 9, with '.', '_', '__' or '-' between them only.")]
    [InlineData("host:99999/a", "'99999' is not a port; it must be a number from 1 to 65535.")]
    [InlineData("[:::]/a", "':::' is not an IPv6 address.")]
    [InlineData("-a.b/c", "'-a.b' is not a registry host; write a name or an address, and a port where one is needed, as in registry.example.com:5000.")]
    [InlineData(Hash, "64 hex digits alone mean an image on one machine; write name@sha256:<64 hex digits>.")]
    public void Refuses_other_texts_and_says_which_part_is_wrong(string text, string problem)
    {
        var error = Assert.Throws<KilnException>(() => ImageReference.Parse(text));

        Assert.Equal(("KILN1012", $"'{text}' is not an image reference: {problem}"), (error.Code, error.Message));
        Assert.False(ImageReference.TryParse(text, out _));
    }

    [Theory]
    [InlineData(255, 128, true)]
    [InlineData(256, 128, false)]
    [InlineData(255, 129, false)]
    public void Limits_the_length_of_repository_and_tag(int repository, int tag, bool isValid) =>
        Assert.Equal(
            isValid, ImageReference.TryParse($"a.b/{new string('r', repository)}:{new string('t', tag)}", out _));

    [Fact]
    public void Checks_its_parts_also_when_they_are_given_one_by_one() =>
        Assert.Equal(
            "'ghcr.io/Api' is not an image reference: 'Api' has upper case letters, which repositories may not; "
            + "did you mean 'api'?",
            Assert.Throws<KilnException>(() => new ImageReference("ghcr.io", "Api")).Message);

    [Fact]
    public void Is_a_plain_text_in_json()
    {
        var reference = ImageReference.Parse("ghcr.io/a/b:1");

        var json = JsonSerializer.Serialize(new Dictionary<ImageReference, int> { [reference] = 1 });

        Assert.Equal("""{"ghcr.io/a/b:1":1}""", json);
        Assert.Equal(reference, JsonSerializer.Deserialize<Dictionary<ImageReference, int>>(json)!.Keys.Single());
    }
}
