namespace Kiln.Commits;

/// <summary>A remote's address, fit for an image's label.</summary>
static class RemoteAddress
{
    /// <summary>
    /// As a web address without user and password; <c>git@host:path</c> becomes <c>https://host/path</c>. A path on this
    /// machine says nothing to others, and differs between machines: null.
    /// </summary>
    internal static string? Public(string? remote)
    {
        if (remote is not { Length: > 0 } || Path.IsPathRooted(remote) || remote.StartsWith('.'))
            return null;
        if (Uri.TryCreate(remote, UriKind.Absolute, out var uri))
            return uri.Scheme is "http" or "https" or "ssh" or "git" && uri.Host.Length > 0 ? Web(uri.Host, uri.AbsolutePath) : null;
        return remote.Split(':', 2) is [var host, var path] && !host.Contains('/') ? Web(host[(host.IndexOf('@') + 1)..], path) : null;
    }

    static string Web(string host, string path)
    {
        var trimmed = path.Trim('/');
        return $"https://{host}/{(trimmed.EndsWith(".git", StringComparison.Ordinal) ? trimmed[..^4] : trimmed)}";
    }
}
