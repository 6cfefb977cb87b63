using Kiln.Locking;

namespace Kiln.Tests.Locking;

public sealed class FloatingInputTests
{
    [Theory]
    [InlineData("alpine:edge", "docker-image://docker.io/library/alpine:edge", true)]
    [InlineData("alpine:edge", "docker-image://docker.io/library/alpine:edge-1", false)]
    [InlineData("alpine:edge", "docker-image://docker.io/library/alpine:3.22", false)]
    [InlineData("alpine", "docker-image://docker.io/library/alpine:latest", true)]
    [InlineData("docker-image://docker.io/library/alpine:*", "docker-image://docker.io/library/alpine:3.22", true)]
    [InlineData("docker-image://docker.io/library/alpine:*", "docker-image://docker.io/library/golang:1", false)]
    [InlineData("https://e.com/a", "https://e.com/a", true)]
    [InlineData("https://e.com/a", "https://e.com/ab", false)]
    [InlineData("https://e.com/*", "https://e.com/", true)]
    [InlineData("https://*/nightly/*.tgz", "https://e.com/nightly/a.tgz", true)]
    [InlineData("https://*/nightly/*.tgz", "https://e.com/nightly/a.zip", false)]
    [InlineData("https://*/nightly/*.tgz", "https://e.com/stable/a.tgz", false)]
    [InlineData("https://e.com/aba*aba", "https://e.com/aba", false)] // one text cannot be both ends
    [InlineData("https://e.com/aba*aba", "https://e.com/abaaba", true)]
    [InlineData("https://e.com/a**b", "https://e.com/ab", true)]
    [InlineData("*", "git://e.com/r.git#main", true)]
    [InlineData("git://e.com/r.git#*", "git://e.com/r.git#main", true)]
    [InlineData("git://e.com/r.git#*", "git://e.com/r.git", false)]
    public void A_star_stands_for_anything_and_the_rest_for_itself(string name, string identifier, bool expected) =>
        Assert.Equal(expected, new FloatingInput(name, "a test").Covers(identifier));

    [Theory]
    [InlineData("alpine:edge", "")]
    [InlineData("alpine:edge", "  ")]
    [InlineData("", "no reason")]
    public void It_needs_a_name_and_a_reason(string name, string reason)
    {
        var error = Assert.Throws<KilnException>(() => new FloatingInput(name, reason));

        Assert.Equal(
            ("KILN6007",
                $"'{name}' may not float for the reason '{reason}': what is not pinned needs a name and a reason. "
                + "Write new FloatingInput(\"alpine:edge\", \"tested against tomorrow's packages\")."),
            (error.Code, error.Message));
    }
}
