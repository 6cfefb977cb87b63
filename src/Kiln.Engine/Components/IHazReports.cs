using Nuke.Common.IO;

namespace Nuke.Components;

public interface IHazReports : IHazArtifacts
{
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}
