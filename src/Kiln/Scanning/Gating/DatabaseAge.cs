namespace Kiln.Scanning.Gating;

/// <summary>A verdict is worth as much as what the scanner knew.</summary>
static class DatabaseAge
{
    internal const string OldId = "KILN-OLD-DATABASE";
    internal const string MissingId = "KILN-NO-DATABASE";

    internal static IEnumerable<Finding> FindingsAbout(ScanGate gate, ScanReport report)
    {
        var scanner = report.Scanner;
        if (scanner.IsWithoutDatabase)
            yield break;
        if (scanner.DatabaseVersion is null)
        {
            yield return new Finding(MissingId, FindingClass.Scanner, FindingSeverity.High)
            {
                Title = $"{scanner.Name} {scanner.Version} does not say which database it used",
            };
        }
        else if (scanner.DatabaseTime is not { } time || report.ScannedAt - time > gate.MaximumDatabaseAge)
        {
            yield return new Finding(OldId, FindingClass.Scanner, FindingSeverity.High)
            {
                Title = $"{scanner.Name}'s database is of {scanner.DatabaseTime?.ToString("yyyy-MM-dd", null) ?? "an unknown day"}, "
                    + $"more than {gate.MaximumDatabaseAge.TotalDays:0.#} days before the scan of {report.ScannedAt:yyyy-MM-dd}",
            };
        }
    }
}
