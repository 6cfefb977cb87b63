using Kiln.Dockerfiles.RemoteSources;

namespace Kiln.Dockerfiles;

public abstract partial record RemoteSource
{
    /// <summary>Reads one source, its variables put in already. Any text is one; most are local paths.</summary>
    // The first line that fits decides:
    //   ./… and ../…                                local
    //   github.com/…                                local, for only as a build context is it a repository
    //   http://…, https://…, their path in .git     git
    //   git://…, ssh://…, user@host:path            git
    //   other http://… and https://…, ill or well   url
    //   all else, HTTP://… and ftp://… too          local
    public static RemoteSource Of(string source) =>
        ReadGit(source) ?? (IsHttp(source) ? new Url(source) : new Local(source));

    static RemoteSource? ReadGit(string source)
    {
        if (Begins(source, "./") || Begins(source, "../"))
            return null;
        if (Begins(source, "github.com/"))
            return ReadOldGitHub(source);
        if (GitAddress.Parse(source) is not { } address)
            return null;

        var isFile = address.Scheme is "http" or "https" && !address.Path.EndsWith(".git", StringComparison.Ordinal);
        return isFile ? null : ToGit(address);
    }

    // Taken for a path, but only after its query was found to be good.
    static Refused? ReadOldGitHub(string source) =>
        GoUrl.Parse(source) is { } url ? ToGit(GitAddress.Of(url)) as Refused : null;

    static RemoteSource ToGit(GitAddress address)
    {
        var (reference, subdirectory) = GitFragment.Parse(address.Fragment);
        return GitQuery.Apply(new Git(address.Remote, reference, subdirectory), address.Query);
    }

    static bool IsHttp(string source) => Begins(source, "http://") || Begins(source, "https://");

    static bool Begins(string source, string start) => source.StartsWith(start, StringComparison.Ordinal);
}
