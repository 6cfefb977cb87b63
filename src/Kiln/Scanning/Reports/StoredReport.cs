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
    internal static ScanReport Read(string file, Digest expected) =>
        JsonSerializer.Deserialize(StoredFile.Read(file, expected), ScanJson.Default.ScanReport)!;
}
