using System.Text.Json;

namespace Kiln.Caching.GitHub;

/// <summary>A ref whose part of the cache a token opens, and how far.</summary>
sealed record TokenScope(string Name, int Permission)
{
    internal bool IsReadable => (Permission & 1) != 0;

    internal bool IsWritable => (Permission & 2) != 0;

    internal static TokenScope? Read(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("Scope", out var name) && name.ValueKind == JsonValueKind.String
        && element.TryGetProperty("Permission", out var permission) && permission.ValueKind == JsonValueKind.Number
        && permission.TryGetInt32(out var bits)
            ? new TokenScope(name.GetString()!, bits)
            : null;
}
