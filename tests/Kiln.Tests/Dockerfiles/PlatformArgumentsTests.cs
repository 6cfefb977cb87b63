using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Substitution;

namespace Kiln.Tests.Dockerfiles;

public sealed class PlatformArgumentsTests
{
    [Fact]
    public void Every_argument_that_BuildKit_sets_is_there()
    {
        var arguments = PlatformArguments.Of(Platform.LinuxArmV7, Platform.LinuxAmd64, "runtime");

        Assert.Equal(
            "{BUILDARCH: amd64, BUILDOS: linux, BUILDOSVERSION: , BUILDPLATFORM: linux/amd64, BUILDVARIANT: , " +
            "TARGETARCH: arm, TARGETOS: linux, TARGETOSVERSION: , TARGETPLATFORM: linux/arm/v7, " +
            "TARGETSTAGE: runtime, TARGETVARIANT: v7}",
            arguments.ToString());
    }

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", "amd64", "")]
    [InlineData("linux/amd64/v3", "linux/amd64/v3", "amd64", "v3")]
    [InlineData("linux/arm64", "linux/arm64", "arm64", "")]
    [InlineData("linux/arm64/v8", "linux/arm64", "arm64", "")]
    [InlineData("linux/aarch64", "linux/arm64", "arm64", "")]
    [InlineData("linux/arm", "linux/arm/v7", "arm", "v7")]
    [InlineData("linux/arm/v6", "linux/arm/v6", "arm", "v6")]
    [InlineData("windows/amd64", "windows/amd64", "amd64", "")]
    public void A_platform_is_spelled_as_containerd_does(string text, string platform, string processor, string variant)
    {
        var arguments = PlatformArguments.Of(Platform.Parse(text), Platform.LinuxAmd64, null);

        Assert.Equal(platform, arguments["TARGETPLATFORM"]);
        Assert.Equal(processor, arguments["TARGETARCH"]);
        Assert.Equal(variant, arguments["TARGETVARIANT"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_stage_without_a_name_is_called_default(string? stage) => Assert.Equal(
        "default", PlatformArguments.Of(Platform.LinuxAmd64, Platform.LinuxAmd64, stage)["TARGETSTAGE"]);

    [Fact]
    public void What_is_empty_is_set_all_the_same()
    {
        var arguments = PlatformArguments.Of(Platform.LinuxAmd64, Platform.LinuxAmd64, null);

        var word = WordExpansion.Expand("${TARGETVARIANT-none}${TARGETARCH}", x => arguments.GetValueOrDefault(x));

        Assert.Equal(new ExpandedWord("amd64") { Used = ["TARGETVARIANT", "TARGETARCH"] }, word);
    }

    [Fact]
    public void Proxies_are_known_in_both_cases() => Assert.Equal(
        "[HTTP_PROXY, http_proxy, HTTPS_PROXY, https_proxy, FTP_PROXY, ftp_proxy, " +
        "NO_PROXY, no_proxy, ALL_PROXY, all_proxy]",
        PlatformArguments.Predefined.ToString());

    [Fact]
    public void Proxies_are_no_arguments_of_the_platform() => Assert.DoesNotContain(
        PlatformArguments.Of(Platform.LinuxAmd64, Platform.LinuxAmd64, null).Keys,
        PlatformArguments.Predefined.Contains);
}
