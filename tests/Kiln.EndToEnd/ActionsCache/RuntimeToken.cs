using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Kiln.EndToEnd.ActionsCache;

/// <summary>
/// A token as GitHub's runner has one: what may be read and written stands in the claim <c>ac</c>, as JSON inside of a text.
/// Nobody checks the signature, so it has none that is worth the name.
/// </summary>
sealed record RuntimeToken(params string[] Grants)
{
    /// <summary>A push to a branch: that branch, and the default one to read.</summary>
    internal static RuntimeToken Push(string branch, string defaultBranch = "main") => branch == defaultBranch
        ? new RuntimeToken($"refs/heads/{branch}=3")
        : new RuntimeToken($"refs/heads/{branch}=3", $"refs/heads/{defaultBranch}=1");

    /// <summary>A pull request: a scope of its own, then the branch that it is for.</summary>
    internal static RuntimeToken PullRequest(int number, string onto = "main") =>
        new($"refs/pull/{number}/merge=3", $"refs/heads/{onto}=1");

    /// <summary>What a trigger that anyone can cause gets since June 2026.</summary>
    internal static RuntimeToken ReadOnly(string branch = "main") => new($"refs/heads/{branch}=1");

    /// <summary>When it stops being valid. Default: in six hours.</summary>
    internal DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.UtcNow.AddHours(6);

    public override string ToString()
    {
        var scopes = Grants.Select(x => x.Split('=')).Select(x => new { Scope = x[0], Permission = int.Parse(x[1]) });
        var payload = new Dictionary<string, object>
        {
            ["ac"] = JsonSerializer.Serialize(scopes),
            ["nbf"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = ExpiresAt.ToUnixTimeSeconds(),
            ["scp"] = "Actions.Results:run:job",
        };
        return string.Join('.', Encode("""{"typ":"JWT","alg":"RS256"}"""), Encode(JsonSerializer.Serialize(payload)), Encode("none"));
    }

    static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
