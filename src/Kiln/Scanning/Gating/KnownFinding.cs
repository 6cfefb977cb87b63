using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Scanning.Gating;

/// <summary>Something that was held against an image before.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Id">The finding's id.</param>
/// <param name="Package">Its package, or null for what is in none.</param>
/// <param name="File">Where in the image, or null where that is not known.</param>
public sealed record KnownFinding(string Image, string Id, string? Package, string? File)
{
    /// <summary>
    /// What the reports of an earlier scan hold against the images, wherever they lie below a folder: <c>artifacts/reports/scan</c> of the base
    /// branch, say, fetched as an artifact. Nothing where the folder is not there, and then all findings count as new. KILN4006 where a report
    /// cannot be read.
    /// </summary>
    public static ValueList<KnownFinding> In(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(Read).OfType<ScanReport>()
            .SelectMany(x => x.Findings.Select(y => Of(x.Image, y)))
            .Distinct()
            .OrderBy(x => (x.Image, x.Id, x.Package, x.File))
            .ToValueList();

    // The version of the package may be another: what it is known for, it still has.
    internal static KnownFinding Of(string image, Finding finding) => new(image, finding.Id, finding.Package, finding.File);

    // Other files for other tools lie beside the reports.
    static ScanReport? Read(string file)
    {
        var content = System.IO.File.ReadAllBytes(file);
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("scannedAt", out _)
                ? JsonSerializer.Deserialize(content, ScanJson.Default.ScanReport)
                : null;
        }
        catch (JsonException error)
        {
            throw new KilnException(
                ErrorCodes.ReportDiffers, $"The earlier report '{file}' cannot be read: {error.Message.TrimEnd('.')}. Fetch it again, or take 'Known' out of the gate.", error);
        }
    }
}
