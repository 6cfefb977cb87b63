using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Caching.GitHub;

/// <summary>
/// What <c>ACTIONS_RUNTIME_TOKEN</c> says of itself. BuildKit refuses a token without one of these
/// (tonistiigi/go-actions-cache cache.go), and then fails the whole build, whatever <c>ignore-error</c> says.
/// </summary>
sealed record RuntimeToken(ValueList<TokenScope> Scopes, DateTimeOffset ValidFrom, DateTimeOffset ExpiresAt)
{
    internal static bool TryRead(
        string text, [NotNullWhen(true)] out RuntimeToken? token, [NotNullWhen(false)] out string? damage)
    {
        token = null;
        if (!TokenClaims.TryRead(text, out var claims, out damage))
            return false;
        if (ScopesIn(claims) is not { } scopes)
            damage = "its claim 'ac' does not list scopes with permissions";
        else if (TimeIn(claims, "exp") is not { } end || TimeIn(claims, "nbf") is not { } start)
            damage = "it does not say from when until when it is valid ('nbf', 'exp')";
        else
            token = new RuntimeToken(scopes, start, end);
        return token is not null;
    }

    /// <summary>Why it is worth nothing at this time, as a clause; null where it is.</summary>
    internal string? ProblemAt(DateTimeOffset now) =>
        now > ExpiresAt ? $"the run's token expired at {Text(ExpiresAt)}; GitHub gives a job one that lasts some hours"
        : now < ValidFrom
            ? $"the run's token is valid from {Text(ValidFrom)} on, and this machine's clock says {Text(now)}"
        : null;

    // A text that holds JSON: [{"Scope":"refs/heads/main","Permission":3}]
    static ValueList<TokenScope>? ScopesIn(JsonElement claims)
    {
        if (!claims.TryGetProperty("ac", out var text) || text.ValueKind != JsonValueKind.String)
            return null;
        if (!TokenClaims.TryParse(Encoding.UTF8.GetBytes(text.GetString()!), out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var scopes = list.EnumerateArray().Select(TokenScope.Read).ToArray();
        return scopes.All(x => x is not null) ? scopes.ToValueList()! : null;
    }

    static DateTimeOffset? TimeIn(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
