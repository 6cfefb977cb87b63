namespace Kiln.Commits;

/// <summary>Where <c>origin</c> fetches from, as far as it names a host: <c>https://github.com/acme/shop.git</c> and <c>git@github.com:acme/shop.git</c> are the same.</summary>
/// <param name="Host">In lower case, without a port: <c>github.com</c>.</param>
/// <param name="Path">What follows, without <c>.git</c>: <c>acme/shop</c>, on GitLab also <c>acme/web/shop</c>.</param>
public sealed record RemoteRepository(string Host, string Path)
{
    /// <summary>Whether the host is called like GitLab, as <c>gitlab.com</c> and <c>gitlab.example.com</c> are; a repository may be called so anywhere.</summary>
    public bool IsOnGitLab => Host.Contains("gitlab", StringComparison.Ordinal);

    /// <summary>Null for a folder of this machine, and where there is no remote.</summary>
    /// <param name="url">As git has it.</param>
    public static RemoteRepository? Of(string? url)
    {
        if (url is null || RemoteUrl.ForOthers(url) is not { } remote)
            return null;
        // What git takes besides addresses: [user@]host:path (git-clone, "GIT URLS").
        var (host, path) = remote.Contains("://", StringComparison.Ordinal)
            ? Uri.TryCreate(remote, UriKind.Absolute, out var address) ? (address.Host, Uri.UnescapeDataString(address.AbsolutePath)) : ("", "")
            : remote.Split(':', 2) is [var place, var rest] ? (place.Split('@')[^1], rest) : ("", "");
        path = path.Trim('/');
        if (path.EndsWith(".git", StringComparison.OrdinalIgnoreCase))
            path = path[..^4];
        return host.Length == 0 || path.Length == 0 ? null : new RemoteRepository(host.ToLowerInvariant(), path);
    }
}
