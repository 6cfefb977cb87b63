namespace Kiln.Workflows.GitHub;

/// <summary>How workflows are written for GitHub.</summary>
public sealed record GitHubHost
{
    /// <summary>Where they are, from the repository's root. Default: <c>.github/workflows</c>.</summary>
    public string Folder { get; init; } = ".github/workflows";

    /// <summary>
    /// Whether what scanners find becomes alerts in the repository's Security tab, which is free in public repositories. Default: no.
    /// </summary>
    public bool ShowsFindings { get; init; }

    /// <summary>
    /// Whether jobs say <c>cache-mode</c> (since September 2026), by which GitHub itself lets pull requests read the cache and not write it. Default: no,
    /// since older servers and checkers do not know it; Kiln keeps to it in any case.
    /// </summary>
    public bool HasCacheMode { get; init; }
}
