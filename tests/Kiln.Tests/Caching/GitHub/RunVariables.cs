using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Kiln.Tests.Caching.GitHub;

/// <summary>The variables of a step that has GitHub's runtime, with a token of one's own.</summary>
static class RunVariables
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    internal static Dictionary<string, string?> With(string token, params (string Name, string? Value)[] changes)
    {
        var variables = new Dictionary<string, string?>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["ACTIONS_RUNTIME_TOKEN"] = token,
            ["ACTIONS_RESULTS_URL"] = "https://results-receiver.actions.githubusercontent.com/",
            ["ACTIONS_CACHE_URL"] = "https://artifactcache.actions.githubusercontent.com/abc/",
            ["ACTIONS_CACHE_SERVICE_V2"] = "true",
        };
        foreach (var (name, value) in changes)
            variables[name] = value;
        return variables;
    }

    internal static string Token(params (string Scope, int Permission)[] scopes) =>
        TokenOf(JsonSerializer.Serialize(scopes.Select(x => new { x.Scope, x.Permission })));

    internal static string TokenOf(object ac, object? from = null, object? until = null) => Sign(JsonSerializer.Serialize(new
    {
        ac,
        nbf = from ?? Now.AddHours(-1).ToUnixTimeSeconds(),
        exp = until ?? Now.AddHours(5).ToUnixTimeSeconds(),
    }));

    internal static string Sign(string claims) => $"{Encode("""{"alg":"RS256"}""")}.{Encode(claims)}.{Encode("signature")}";

    static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
