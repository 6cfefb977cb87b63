using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Caching.GitHub;

/// <summary>
/// The claims of a JSON Web Token (RFC 7519) as they stand there. The signature is GitHub's to check; what is read here
/// decides nothing but what Kiln asks for and says.
/// </summary>
static class TokenClaims
{
    internal static bool TryRead(string token, out JsonElement claims, [NotNullWhen(false)] out string? damage)
    {
        claims = default;
        var parts = token.Trim().Split('.');
        damage = parts.Length != 3
            ? $"it has {parts.Length} parts and not three"
            : parts.Any(x => !Base64Url.IsValid(x))
                ? "a part of it is not base64url"
                : TryParse(Base64Url.DecodeFromChars(parts[1]), out claims) && claims.ValueKind == JsonValueKind.Object
                    ? null
                    : "its claims are not a JSON object";
        return damage is null;
    }

    internal static bool TryParse(ReadOnlyMemory<byte> json, out JsonElement value)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            // That it cannot be read is the answer; the parser's own words would quote from the token.
            value = default;
            return false;
        }
    }
}
