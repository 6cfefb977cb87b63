using System.Text.Json;

namespace Kiln.Scanning.Trivy;

/// <summary>Trivy's vulnerability database, by the <c>metadata.json</c> beside it.</summary>
static class TrivyDatabase
{
    /// <summary>The identity with the database's form and time; without them where there is no database.</summary>
    internal static ScannerIdentity Describe(ScannerIdentity identity, string metadataFile)
    {
        if (!File.Exists(metadataFile))
            return identity;
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(metadataFile));
        return identity with
        {
            DatabaseVersion = metadata.RootElement.TryGetProperty("Version", out var version) ? version.ToString() : null,
            DatabaseTime = metadata.RootElement.TryGetProperty("UpdatedAt", out var time) && time.TryGetDateTimeOffset(out var at) ? at : null,
        };
    }
}
