using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>
/// The address of a repository in either of git's spellings (ParseURL in util/gitutil/git_url.go, ParseSCPStyleURL
/// in util/sshutil/scpurl.go). <paramref name="Remote"/> is the address without query and fragment.
/// </summary>
sealed partial record GitAddress(
    string Scheme, string Host, string Path, UrlQuery Query, string Fragment, string Remote)
{
    public static GitAddress? Parse(string text) => Protocol().Match(text) switch
    {
        { Success: true } protocol => IsKnown(protocol.Value) && GoUrl.Parse(text) is { } url ? Of(url) : null,
        _ => SecureCopy().Match(text) is { Success: true } match ? Of(match) : null,
    };

    public static GitAddress Of(GoUrl url) =>
        new(url.Scheme, url.Host, url.Path, UrlQuery.Parse(url.Query), url.Fragment, url.ToString());

    // Unlike in a URL nothing is decoded, except in the query, where a fault makes it no address at all.
    static GitAddress? Of(Match match)
    {
        var query = UrlQuery.Parse(match.Groups["query"].Value);
        if (query.HasFault)
            return null;

        var (host, path) = (match.Groups["host"].Value, match.Groups["path"].Value);
        var remote = $"{match.Groups["user"]}@{host}:{path}";
        return new GitAddress("ssh", host, path, query, match.Groups["fragment"].Value, remote);
    }

    static bool IsKnown(string protocol) =>
        protocol.ToLowerInvariant() is "http://" or "https://" or "ssh://" or "git://";

    [GeneratedRegex(@"\A[a-zA-Z0-9]+://")]
    private static partial Regex Protocol();

    [GeneratedRegex(
        @"\A(?<user>[a-zA-Z0-9_-]+)@(?<host>[a-zA-Z0-9.-]+):(?<path>.*?)(?:\?(?<query>.*?))?(?:\#(?<fragment>.*))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SecureCopy();
}
