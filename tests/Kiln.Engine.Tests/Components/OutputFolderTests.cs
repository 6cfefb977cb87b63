using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

namespace Kiln.Engine.Tests.Components;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Lie_under_artifacts()
    {
        IHazReports build = _repository.Run<PlainBuild>("Nothing").BuildAs<PlainBuild>();

        Assert.Equal((AbsolutePath)_repository.Root / "artifacts", build.ArtifactsDirectory);
        Assert.Equal((AbsolutePath)_repository.Root / "artifacts" / "reports", build.ReportDirectory);
    }

    [Fact]
    public void Reports_follow_moved_artifacts()
    {
        IHazReports build = _repository.Run<MovedBuild>("Nothing").BuildAs<MovedBuild>();

        Assert.Equal((AbsolutePath)"/out/reports", build.ReportDirectory);
    }

    public class PlainBuild : NukeBuild, IHazReports
    {
        public Target Nothing => _ => _
            .Executes(() => { });
    }

    public class MovedBuild : PlainBuild, IHazArtifacts
    {
        AbsolutePath IHazArtifacts.ArtifactsDirectory => "/out";
    }
}
