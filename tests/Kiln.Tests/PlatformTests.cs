using System.Text.Json;

namespace Kiln.Tests;

public class PlatformTests
{
    [Theory]
    [InlineData("linux/amd64", "linux/amd64")]
    [InlineData("linux/x86_64", "linux/amd64")]
    [InlineData("linux/x86-64", "linux/amd64")]
    [InlineData("linux/amd64/v1", "linux/amd64")]
    [InlineData("linux/amd64/v3", "linux/amd64/v3")]
    [InlineData("Linux/ARM64", "linux/arm64")]
    [InlineData("linux/arm64/v8", "linux/arm64")]
    [InlineData("linux/arm64/8", "linux/arm64")]
    [InlineData("linux/aarch64", "linux/arm64")]
    [InlineData("linux/arm", "linux/arm/v7")]
    [InlineData("linux/arm/7", "linux/arm/v7")]
    [InlineData("linux/arm/6", "linux/arm/v6")]
    [InlineData("linux/armhf", "linux/arm/v7")]
    [InlineData("linux/armel", "linux/arm/v6")]
    [InlineData("linux/i386", "linux/386")]
    [InlineData("windows/amd64", "windows/amd64")]
    public void Makes_several_spellings_one(string text, string normal) =>
        Assert.Equal(normal, Platform.Parse(text).ToString());

    [Fact]
    public void Has_a_variant_only_where_it_is_not_the_usual_one()
    {
        Assert.Null(Platform.LinuxArm64.Variant);
        Assert.Equal("v7", Platform.LinuxArmV7.Variant);
        Assert.Equal(Platform.LinuxArmV7, Platform.Parse("linux/arm"));
    }

    [Fact]
    public void Lists_the_known_ones_for_one_that_is_not()
    {
        var error = Assert.Throws<KilnException>(() => Platform.Parse("linux/amd46"));

        Assert.Equal("KILN1011", error.Code);
        Assert.Equal(
            "'linux/amd46' is not a known platform. Known are: linux/amd64, linux/amd64/v2, linux/amd64/v3, "
            + "linux/amd64/v4, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/s390x, "
            + "linux/riscv64, linux/mips64le, linux/loong64, windows/amd64, windows/arm64.",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("linux/")]
    [InlineData("linux/arm/v7/x")]
    [InlineData("linux/amd 64")]
    public void Says_what_form_is_needed(string text)
    {
        var error = Assert.Throws<KilnException>(() => Platform.Parse(text));

        Assert.StartsWith(
            $"'{text}' is not a platform: write os/architecture or os/architecture/variant. Known are: "
            + "linux/amd64, ", error.Message);
        Assert.False(Platform.TryParse(text, out _));
    }

    [Fact]
    public void Takes_an_unknown_one_in_parts_and_through_json()
    {
        var platform = new Platform("freebsd", "amd64");

        var read = JsonSerializer.Deserialize<Platform>(JsonSerializer.Serialize(platform));

        Assert.Equal(platform, read);
        Assert.False(Platform.TryParse("freebsd/amd64", out _));
    }

    [Fact]
    public void Refuses_parts_that_cannot_be_written() =>
        Assert.Equal(
            "'a/b' cannot be a part of a platform: letters, digits, '_', '-' and '.' are allowed, and 1 to "
            + "64 of them are needed.",
            Assert.Throws<KilnException>(() => new Platform("linux", "a/b")).Message);
}
