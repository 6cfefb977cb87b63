using Kiln.Buildx;
using Kiln.Receipts;

namespace Kiln.Scanning;

/// <summary>Where scanning reads and writes.</summary>
static class ScanFolders
{
    /// <summary>What people and tools read.</summary>
    internal static string Reports(BuildFolders folders) => Path.Combine(folders.Reports, "scan");

    /// <summary>All reports about a platform of an image.</summary>
    internal static string ReportsOf(BuildFolders folders, string image, Platform platform) =>
        Path.Combine(Reports(folders), image, BuildFolders.FolderOf(platform));

    /// <summary>What a scanner said about it.</summary>
    internal static string ReportOf(BuildFolders folders, string image, Platform platform, string scanner) =>
        Path.Combine(ReportsOf(folders, image, platform), $"{scanner}.json");

    /// <summary>What it is made of.</summary>
    internal static string SbomOf(BuildFolders folders, string image, Platform platform, SbomFormat format) =>
        Path.Combine(ReportsOf(folders, image, platform), format == SbomFormat.CycloneDx ? "sbom.cdx.json" : "sbom.spdx.json");

    /// <summary>What only the scan itself needs.</summary>
    internal static string Work(BuildFolders folders) => Path.Combine(folders.Temporary, "scan");

    /// <summary>One platform of an image alone in a layout, while it is scanned.</summary>
    internal static string ViewOf(BuildFolders folders, string image, Platform platform) =>
        Path.Combine(Work(folders), image, BuildFolders.FolderOf(platform), "layout");
}
