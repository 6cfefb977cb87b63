using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Scanning.Reports;

/// <summary>Reports on disk, written in one step, and known by their digest.</summary>
static class StoredReport
{
    internal static Digest Write(string file, ScanReport report)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(report, ScanJson.Default.ScanReport);
        WholeFile.Write(file, bytes);
        return Digest.OfBytes(bytes);
    }

    /// <summary>The report whose digest is this; KILN4006 where it is missing or another.</summary>
    internal static ScanReport Read(string file, Digest expected)
    {
        if (!File.Exists(file))
            throw Differs(file, $"the receipt vouches for {expected}, and there is no such file");
        var bytes = File.ReadAllBytes(file);
        return Digest.OfBytes(bytes) is var actual && actual != expected
            ? throw Differs(file, $"the receipt vouches for {expected}, and the file has the digest {actual}")
            : JsonSerializer.Deserialize(bytes, ScanJson.Default.ScanReport)!;
    }

    static KilnException Differs(string file, string what) => new(
        ErrorCodes.ReportDiffers, $"The scan report '{file}' is not the one that was judged: {what}. Nothing was pushed; run Scan again.");
}
