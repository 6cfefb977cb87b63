namespace Kiln.Tests;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("1.4.2", "1.4.2", "1.4 1")]
    [InlineData("v1.4.2", "1.4.2", "1.4 1")]
    [InlineData("0.3.1", "0.3.1", "0.3")]
    [InlineData("0.0.1", "0.0.1", "0.0")]
    [InlineData("1.4.2-rc.1", "1.4.2-rc.1", "")]
    [InlineData("0.3.1-alpha-2.0a", "0.3.1-alpha-2.0a", "")]
    [InlineData("1.4.2+build.05", "1.4.2_build.05", "1.4 1")]
    [InlineData("1.4.2-rc.1+5", "1.4.2-rc.1_5", "")]
    [InlineData("20261125.0.99999999999999999999", "20261125.0.99999999999999999999", "20261125.0 20261125")]
    public void A_version_has_its_tag_and_those_of_its_line(string text, string tag, string shorter)
    {
        var version = SemanticVersion.Parse(text);

        Assert.Equal(tag, version.Tag);
        Assert.Equal(shorter, string.Join(' ', version.ShorterTags));
        Assert.Equal(text.TrimStart('v'), version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.4")]
    [InlineData("1.4.2.1")]
    [InlineData("01.4.2")]
    [InlineData("1.4.2-")]
    [InlineData("1.4.2-01")]
    [InlineData("1.4.2-a..b")]
    [InlineData("1.4.2+")]
    [InlineData("vv1.4.2")]
    [InlineData("V1.4.2")]
    [InlineData("release-1.4.2")]
    [InlineData("1.4.2\n")]
    public void Anything_else_is_quoted_and_refused(string text)
    {
        var error = Assert.Throws<KilnException>(() => SemanticVersion.Parse(text));

        Assert.Equal("KILN1019", error.Code);
        Assert.Equal(
            $"'{text}' is no semantic version. Write three numbers without leading zeros, as in 1.4.2, v1.4.2 or 1.4.2-rc.1.",
            error.Message);
    }
}
