namespace Kiln;

public static partial class ErrorCodes
{
    // KILN5 is how pipelines are described and written. KILN600x is the lock as a file of the user's, like any other input. What else is locked or cached fails for
    // reasons of its own. Of the builders' codes one is about how they are described; of the scanners' two are about what the build names.
    static readonly string[] UsageAreas = ["KILN1", "KILN5", "KILN600", InvalidBuilder, ScannerMissing, InvalidExemption];

    /// <summary>Whether a code blames the user's input or configuration, which ends a build with exit code 2.</summary>
    internal static bool IsUsage(string code) =>
        UsageAreas.Any(area => code.StartsWith(area, StringComparison.Ordinal));
}
