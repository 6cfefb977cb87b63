namespace Kiln.Scanning.Programs;

/// <summary>Words that scanners have for the same.</summary>
static class ScannerWords
{
    /// <summary>Grype's and Debian's <c>negligible</c> is low; a word that is not known says as much as none.</summary>
    internal static FindingSeverity SeverityOf(string? text) =>
        Enum.TryParse<FindingSeverity>(text, ignoreCase: true, out var severity) ? severity
        : string.Equals(text, "negligible", StringComparison.OrdinalIgnoreCase) ? FindingSeverity.Low
        : FindingSeverity.Unknown;
}
