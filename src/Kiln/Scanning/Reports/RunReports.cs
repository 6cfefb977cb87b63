using Kiln.Buildx;
using Kiln.Primitives;

namespace Kiln.Scanning.Reports;

/// <summary>The reports about all images of a run together.</summary>
static class RunReports
{
    internal static void Write(BuildFolders folders, IReadOnlyCollection<ScannedImage> scanned)
    {
        var place = ScanFolders.Reports(folders);
        WholeFile.Write(Path.Combine(place, FindingFile.Name), FindingFile.Of(scanned));
        WholeFile.Write(Path.Combine(place, JUnitReport.FileName), $"{JUnitReport.Of(scanned)}\n");
        // GitLab takes vulnerabilities only, and those are in a database.
        var withDatabase = scanned.SelectMany(x => x.Reports.Select(y => (Report: y, Image: x.Receipt.Digest))).Where(x => !x.Report.Scanner.IsWithoutDatabase);
        foreach (var scanner in withDatabase.GroupBy(x => x.Report.Scanner.Name))
            WholeFile.Write(Path.Combine(place, GitLabReport.FileNameOf(scanner.Key)), $"{GitLabReport.Of([.. scanner])}\n");
    }
}
