using Kiln.Scanning;

namespace Kiln.Tests.Scanning;

/// <summary>Reports that no scanner wrote.</summary>
static class ScanSamples
{
    internal static ScanReport Report(params Finding[] findings) => new()
    {
        Image = "team/api",
        Platform = Platform.LinuxAmd64,
        Config = Digest.OfBytes([1]),
        ScannedAt = new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero),
        Scanner = new ScannerIdentity("trivy", "0.74.0") { DatabaseVersion = "2", DatabaseTime = new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero) },
        Findings = [.. findings],
    };
}
