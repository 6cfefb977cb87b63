using System.Text.Json;

namespace Kiln.EndToEnd.Scanning;

/// <summary>A database of a few real advisories, which is as old as it was when the tests were written, on any day.</summary>
static class TrivyDatabase
{
    internal static async Task WriteAsync(string cache)
    {
        var database = Directory.CreateDirectory(Path.Combine(cache, "db")).FullName;
        var kept = Path.Combine(AppContext.BaseDirectory, "Scanning", "database");
        File.Copy(Path.Combine(kept, "trivy.db"), Path.Combine(database, "trivy.db"));
        var metadata = JsonSerializer.Deserialize<Dictionary<string, object>>(await File.ReadAllTextAsync(Path.Combine(kept, "metadata.json")))!;
        metadata["UpdatedAt"] = DateTimeOffset.UtcNow.AddDays(-1);
        await File.WriteAllTextAsync(Path.Combine(database, "metadata.json"), JsonSerializer.Serialize(metadata));
    }
}
