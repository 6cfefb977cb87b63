using Kiln.Buildx;
using Kiln.Primitives;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning.Reports;

/// <summary>The reports about all images of a run together.</summary>
static class RunReports
{
    internal static void Write(BuildFolders folders, ScanGate gate, IReadOnlyCollection<ScannedImage> scanned)
    {
        var place = ScanFolders.Reports(folders);
        WholeFile.Write(Path.Combine(place, FindingFile.Name), FindingFile.Of(scanned));
        foreach (var image in scanned)
            WriteExemptions(Path.Combine(place, image.Receipt.Name), gate, image);
        WholeFile.Write(Path.Combine(place, JUnitReport.FileName), $"{JUnitReport.Of(scanned)}\n");
        // GitLab takes vulnerabilities only, and those are in a database.
        var withDatabase = scanned.SelectMany(x => x.Reports.Select(y => (Report: y, Image: x.Receipt.Digest))).Where(x => !x.Report.Scanner.IsWithoutDatabase).ToArray();
        if (withDatabase.Length > 0)
            WholeFile.Write(Path.Combine(place, GitLabReport.FileName), $"{GitLabReport.Of(withDatabase)}\n");
    }

    // For those who run other tools than Kiln over the image, now or after it was pushed.
    static void WriteExemptions(string place, ScanGate gate, ScannedImage image)
    {
        var exemptions = gate.Exemptions.Where(x => x.Image is null || x.Image == image.Receipt.Name);
        var exempted = image.Decision.Findings.Where(x => x.Judgement == Judgement.Exempted);
        var time = image.Reports.Max(x => x.ScannedAt);
        WholeFile.Write(Path.Combine(place, TrivyIgnoreFile.FileName), TrivyIgnoreFile.Of(exemptions));
        WholeFile.Write(Path.Combine(place, OpenVex.FileName), $"{OpenVex.Of(image.Receipt.Digest, image.Receipt.Name, time, exempted)}\n");
    }
}
