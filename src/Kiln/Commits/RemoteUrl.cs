namespace Kiln.Commits;

/// <summary>Remotes often carry a token; it must not reach labels, logs and receipts.</summary>
static class RemoteUrl
{
    /// <summary>Without user, password, query and fragment where it is a URL; else (<c>git@host:path</c>, a folder) as it is.</summary>
    public static string WithoutCredentials(string remote) =>
        !remote.Contains("://") || !Uri.TryCreate(remote, UriKind.Absolute, out var url)
            ? remote
            : new UriBuilder(url) { UserName = "", Password = "", Query = "", Fragment = "", Port = url.IsDefaultPort ? -1 : url.Port }
                .Uri.ToString();
}
