using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class ImageValueCheckTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public ImageValueCheckTests() => _folder.Write("Dockerfile", "FROM scratch AS app\n");

    public void Dispose() => _folder.Dispose();

    ImageSpec Image => new("app", _folder.Path);

    string MessageFor(ImageSpec image)
    {
        var error = Assert.Throws<KilnException>(() => ImageChecks.Require([image]));
        Assert.Equal("KILN1036", error.Code);
        return error.Message;
    }

    [Theory]
    [InlineData("nofile", "x", "its ProcessLimits say 'nofile' = 'x'. Write the soft limit and the hard one, not below it, as in '1024:4096'; -1 is none.")]
    [InlineData("nofile", "4096:1024", "its ProcessLimits say 'nofile' = '4096:1024'. Write the soft limit")]
    [InlineData("nofile", "-1:1024", "its ProcessLimits say 'nofile' = '-1:1024'. Write the soft limit")]
    [InlineData("nofile", "1:2:3", "its ProcessLimits say 'nofile' = '1:2:3'. Write the soft limit")]
    [InlineData("nofiles", "1024", "its ProcessLimits have 'nofiles', which is no limit. Did you mean 'nofile'? It can be core,")]
    public void A_limit_is_known_and_has_a_soft_and_a_hard_number(string name, string value, string message) =>
        Assert.StartsWith($"Image 'app': {message}", MessageFor(Image with { ProcessLimits = [new(name, value)] }));

    [Theory]
    [InlineData("proxy", "proxy.example.com", "its ExtraHosts say 'proxy' = 'proxy.example.com', which is no address.")]
    [InlineData("a:b", "10.0.0.7", "its ExtraHosts have 'a:b', which is no host's name.")]
    public void A_host_has_an_address(string name, string address, string message) =>
        Assert.StartsWith($"Image 'app': {message}", MessageFor(Image with { ExtraHosts = [new(name, address)] }));

    [Fact]
    public void All_that_cannot_be_is_said_at_once() => Assert.Equal(
        """
        Image 'app': its BuildArgs have the name 'A=B'. A name has a character at least, no blank and no '='.
        Image 'app': its Labels have the name ''. A name has a character at least, no blank and no '='.
        Image 'app': its SharedMemory is 0 bytes. Give it one at least, or leave it out for the engine's own.
        Image 'app': it names the platform linux/amd64 2 times. Name it once.
        """,
        MessageFor(Image with
        {
            BuildArgs = [new("A=B", "1")],
            Labels = [new("", "x")],
            SharedMemory = 0,
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64, Platform.LinuxAmd64],
        }));

    [Fact]
    public void A_stage_that_is_never_cached_is_there()
    {
        var error = Assert.Throws<KilnException>(() => ImageChecks.Require([Image with { UncachedStages = ["ap"] }]));

        Assert.Equal("KILN1005", error.Code);
    }

    [Fact]
    public void What_can_be_is_taken() => ImageChecks.Require(
    [
        Image with
        {
            UncachedStages = ["app"],
            SharedMemory = 1,
            ProcessLimits = [new("nofile", "1024"), new("nproc", "10:-1"), new("core", "-1:-1"), new("memlock", "5:5")],
            ExtraHosts = [new("proxy", "10.0.0.7"), new("six", "fd00::7"), new("me", "host-gateway")],
            BuildArgs = [new("HTTP_PROXY", "a=b c")],
        },
    ]);
}
