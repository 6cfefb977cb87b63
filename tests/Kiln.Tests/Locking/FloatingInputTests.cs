using Kiln.Locking;

namespace Kiln.Tests.Locking;

public sealed class FloatingInputTests
{
    [Theory]
    [InlineData("alpine:edge", "docker-image://docker.io/library/alpine:edge", true)]
    [InlineData("alpine:edge", "docker-image://docker.io/library/alpine:edge-slim", false)]
    [InlineData("alpine", "docker-image://docker.io/library/alpine:latest", true)]
    [InlineData("docker-image://ghcr.io/me/*", "docker-image://ghcr.io/me/app:1", true)]
    [InlineData("docker-image://ghcr.io/me/*", "docker-image://ghcr.io/you/app:1", false)]
    [InlineData("https://example.com/*/tool", "https://example.com/a/b/tool", true)]
    [InlineData("https://example.com/*/tool", "https://example.com/tool", false)]
    [InlineData("https://example.com/*x*", "https://example.com/axb", true)]
    [InlineData("https://example.com/a", "https://example.com/ab", false)]
    public void Covers_what_its_name_means(string name, string identifier, bool covers)
    {
        Assert.Equal(covers, new FloatingInput(name, "for a reason").Covers(identifier));
    }

    [Theory]
    [InlineData("", "a reason")]
    [InlineData("alpine:edge", " ")]
    public void Needs_a_name_and_a_reason(string name, string reason)
    {
        var error = Assert.Throws<KilnException>(() => new FloatingInput(name, reason));

        Assert.Equal("KILN6007", error.Code);
    }
}
