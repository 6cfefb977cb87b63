using System.Buffers.Text;
using System.Text.Json;

namespace Kiln.EndToEnd.ActionsCache;

/// <summary>One scope of a token: 1 reads, 2 writes, 3 does both.</summary>
sealed record Grant(string Scope, int Permission)
{
    internal bool Reads => (Permission & 1) != 0;

    internal bool Writes => (Permission & 2) != 0;

    /// <summary>In the token's own order, which is the order of look-ups: own, base, default.</summary>
    internal static Grant[] In(string? authorization)
    {
        var payload = authorization!["Bearer ".Length..].Split('.')[1];
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        return JsonSerializer.Deserialize<Grant[]>(claims.RootElement.GetProperty("ac").GetString()!)!;
    }
}
