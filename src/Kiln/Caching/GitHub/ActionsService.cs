namespace Kiln.Caching.GitHub;

/// <summary>
/// Whether buildx finds the service, by its own rules (docker/buildx build/opt.go addGithubToken, moby/buildkit
/// cache/remotecache/gha/gha.go getConfig).
/// </summary>
static class ActionsService
{
    internal const string Token = "ACTIONS_RUNTIME_TOKEN";
    const string Address = "ACTIONS_RESULTS_URL";
    const string OldAddress = "ACTIONS_CACHE_URL";
    const string Version2 = "ACTIONS_CACHE_SERVICE_V2";

    /// <summary>Why buildx would use no cache, or the wrong one, as a clause; null where it would use the right one.</summary>
    internal static string? ProblemIn(IReadOnlyDictionary<string, string?> environment)
    {
        var asksVersion2 = IsTrue(environment.GetValueOrDefault(Version2));
        var hasAddress = Has(environment, Address) || !asksVersion2 && Has(environment, OldAddress);
        string[] missing = [.. Has(environment, Token) ? [] : new[] { Token }, .. hasAddress ? [] : new[] { Address }];
        if (missing.Length > 0)
            return $"{string.Join(" and ", missing)} {(missing.Length > 1 ? "are" : "is")} not set: {Remedy(environment)}";
        return asksVersion2 || IsOwnServer(environment) || LooksLikeVersion2(environment)
            ? null
            : $"{Version2} is not 'true', so buildx would ask version 1 of the service, which GitHub shut down in April 2025: "
                + Remedy(environment);
    }

    static bool Has(IReadOnlyDictionary<string, string?> environment, string name) =>
        !string.IsNullOrEmpty(environment.GetValueOrDefault(name));

    static string Remedy(IReadOnlyDictionary<string, string?> environment) =>
        environment.GetValueOrDefault("GITHUB_ACTIONS") == "true"
            ? "GitHub gives it to actions only, and a 'run:' step has it when a step before exports it "
                + "(docs/guides/github-cache.md)"
            : "only a run of GitHub Actions has it";

    // What Go's strconv.ParseBool takes.
    static bool IsTrue(string? text) => text is "1" or "t" or "T" or "TRUE" or "true" or "True";

    // GitHub Enterprise Server, and what else speaks like GitHub, still has version 1.
    static bool IsOwnServer(IReadOnlyDictionary<string, string?> environment) =>
        Uri.TryCreate(environment.GetValueOrDefault("GITHUB_SERVER_URL"), UriKind.Absolute, out var server)
        && server.Host != "github.com" && !server.Host.EndsWith(".ghe.com", StringComparison.Ordinal);

    static bool LooksLikeVersion2(IReadOnlyDictionary<string, string?> environment) =>
        !environment.ContainsKey(OldAddress)
        && environment[Address]!.Contains("results-receiver.actions.githubusercontent.com", StringComparison.Ordinal);
}
