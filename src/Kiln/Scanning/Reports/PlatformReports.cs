using Kiln.Buildx;
using Kiln.Primitives;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>The reports about one platform of an image, beside what the scanners said.</summary>
static class PlatformReports
{
    internal static void Write(BuildFolders folders, ImageSpec image, IEnumerable<ScanReport> reports, GateDecision decision)
    {
        foreach (var platform in reports.GroupBy(x => x.Platform))
        {
            var sarif = SarifReport.Of(DockerfileOf(folders, image), platform, decision);
            WholeFile.Write(Path.Combine(ScanFolders.ReportsOf(folders, image.Name, platform.Key), SarifReport.FileName), $"{sarif}\n");
        }
    }

    // Relative to the repository, as GitHub wants it; an inline Dockerfile is no file of it, so the folder it is for stands in.
    static string DockerfileOf(BuildFolders folders, ImageSpec image)
    {
        var place = Path.GetRelativePath(folders.Root, image.InlineDockerfile is null ? image.DockerfilePath : image.Context);
        return string.Join('/', place.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
