using Kiln.Buildx;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Programs;
using Kiln.Scanning.Trivy;

namespace Kiln.Tests.Scanning;

public sealed class ScannerContainerTests : IDisposable
{
    static readonly ContainerEngine Engine = new()
    {
        BuildxCommand = ["docker", "buildx"],
        DockerClient = "/usr/bin/docker",
        EngineVersion = "28.5.2",
        BuildxVersion = new Version(0, 29, 1),
        Origin = "a test",
        Environment = new Dictionary<string, string?> { ["DOCKER_HOST"] = "unix:///a.sock" },
    };

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_sees_the_image_for_reading_its_own_folders_and_nobody_else()
    {
        var image = ImageReference.Parse("ghcr.io/aquasecurity/trivy@sha256:" + new string('a', 64));
        var scanner = new Command("trivy", ["image", "--input", "/layout"])
        {
            WorkingDirectory = "/work",
            Environment = new Dictionary<string, string?> { ["HOME"] = "/work", ["GITHUB_TOKEN"] = null },
        };

        var command = new ScannerContainer(Engine, image, "7:8") { Readable = ["/layout"], Writable = ["/work"], Variables = ["TRIVY_PASSWORD"] }.Place(scanner);

        Assert.Equal(
            "/usr/bin/docker run --rm --network none --cap-drop ALL --security-opt no-new-privileges --user 7:8 "
            + "--mount type=bind,source=/layout,target=/layout,readonly --mount type=bind,source=/work,target=/work --workdir /work "
            + $"--env HOME=/work --env TRIVY_PASSWORD {image} image --input /layout",
            command.ToString());
        Assert.Equal("unix:///a.sock", Assert.Single(command.Environment).Value);
    }

    [Fact]
    public void A_database_is_fetched_by_the_network_that_the_engine_has()
    {
        var command = new Command("trivy", ["image"]);
        var container = new ScannerContainer(Engine, ImageReference.Parse("trivy"), null) { HasNetwork = true };

        Assert.Contains("--network bridge", container.Place(command).ToString(), StringComparison.Ordinal);
        Assert.Contains("--network host", (container with { Engine = Engine with { LacksBridge = true } }).Place(command).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_on_this_machine_is_pinned_and_nothing_else()
    {
        var runner = new CommandRunner();

        var inputs = ScannerSupply.ToLock(
            [
                new TrivyScanner(runner) { Source = new ScannerSource.Image("ghcr.io/aquasecurity/trivy:0.69.3") },
                new TrivyScanner(runner) { Source = new ScannerSource.Download("https://example.com/trivy.tar.gz", "trivy") },
                new TrivyScanner(runner),
            ],
            Platform.LinuxArm64);

        Assert.Equal(["ghcr.io/aquasecurity/trivy:0.69.3", "https://example.com/trivy.tar.gz"], inputs.Select(x => x.Key));
        Assert.Equal("the build's Scanners", inputs[0].Place.ToString());
    }

    [Theory]
    [InlineData(false, "no docker client reaches an engine")]
    [InlineData(true, "is not in the lock")]
    public async Task What_is_missing_for_an_image_is_told(bool hasEngine, string expected)
    {
        var subject = (await SampleSubject.OfAsync(_folder)) with { Supply = new() { Engine = hasEngine ? Engine : null } };
        var scanner = new TrivyScanner(new CommandRunner()) { Source = new ScannerSource.Image("trivy:1"), CacheFolder = _folder["cache"] };

        var error = await Assert.ThrowsAsync<KilnException>(() => scanner.ScanAsync(subject, default));

        Assert.Equal(ErrorCodes.ScannerMissing, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
