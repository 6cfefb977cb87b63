namespace Kiln.GitHubApi;

/// <summary>Where GitHub is, and where its API is: github.com, a tenant of ghe.com, or a GitHub Enterprise server of somebody's own.</summary>
static class GitHubAddress
{
    const string DotComHost = "github.com";

    /// <summary>Where repositories are that nobody tells more of.</summary>
    internal static Uri DotCom { get; } = new($"https://{DotComHost}");

    /// <summary>Whether a host is GitHub's own; a server of somebody's own may be called anything.</summary>
    internal static bool IsGitHubs(string host) => host == DotComHost || IsTenant(host);

    /// <summary>
    /// <c>https://api.github.com/</c>, <c>https://api.acme.ghe.com/</c> (https://docs.github.com/enterprise-cloud@latest/admin/data-residency), or
    /// <c>https://github.example.com/api/v3/</c> (https://docs.github.com/enterprise-server@latest/rest).
    /// </summary>
    internal static Uri ApiOf(Uri server) => IsGitHubs(server.Host) ? new Uri($"https://api.{server.Host}/") : new Uri(server, "/api/v3/");

    static bool IsTenant(string host) => host.EndsWith(".ghe.com", StringComparison.Ordinal);
}
