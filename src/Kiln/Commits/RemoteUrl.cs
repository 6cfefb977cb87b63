using System.Text.RegularExpressions;

namespace Kiln.Commits;

/// <summary>
/// Remotes often carry a token, and a clone of a folder has that folder; neither is anybody's business who reads labels, logs and receipts.
/// </summary>
static partial class RemoteUrl
{
    /// <summary>
    /// Without user, password, query and fragment where it is a URL; <c>git@host:path</c> as it is; null for a folder of this machine.
    /// </summary>
    public static string? ForOthers(string remote)
    {
        if (LocalPath().IsMatch(remote))
            return null;
        if (!remote.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(remote, UriKind.Absolute, out var url))
            return remote;
        return new UriBuilder(url) { UserName = "", Password = "", Query = "", Fragment = "", Port = url.IsDefaultPort ? -1 : url.Port }.Uri.ToString();
    }

    // With a colon before the first slash git takes it for a host, but for a drive's letter (gitglossary, "remote"; git-clone, "GIT URLS").
    [GeneratedRegex(@"^(?:file:|[/\\.~]|[A-Za-z]:[/\\]|[^:]*$)", RegexOptions.IgnoreCase)]
    private static partial Regex LocalPath();
}
