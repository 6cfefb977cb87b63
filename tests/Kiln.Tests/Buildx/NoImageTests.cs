using Kiln.Buildx;
using Kiln.Processes;

namespace Kiln.Tests.Buildx;

public sealed class NoImageTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_without_images_tells_how_there_will_be_one()
    {
        var said = new Said();

        var built = await new ImageBuilder(new CommandRunner(), said).BuildAsync(BakeSamples.Request(_folder.Path), TestContext.Current.CancellationToken);

        Assert.Empty(built);
        Assert.Equal(
            "warning: There is no image to build: no Dockerfile was found, or the build describes none. './build.sh Scaffold' writes Dockerfiles for the projects that are here; "
            + "or describe an image in Build.cs: IHazImages.Images => [new(\"api\", RootDirectory / \"src\" / \"Api\")]",
            Assert.Single(said.Lines));
    }
}
