namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>The name under which BuildKit's source policies know a repository.</summary>
static class GitIdentifier
{
    public static string Of(RemoteSource.Git git)
    {
        var address = GitAddress.Parse(git.Remote) ?? GitAddress.Parse($"https://{git.Remote}");
        if (address is null)
            return $"git://{git.Remote}";

        var place = $"{address.Host}{SlashPath.Clean($"/{address.Path}")}";
        var asMade = $"{place}{GitFragment.Format(git.Reference, git.Subdirectory)}";
        return $"git://{Normalize(place, asMade)}";
    }

    // The engine reads the identifier as an address and writes it again. Where it cannot, it leaves it alone.
    static string Normalize(string place, string identifier)
    {
        if (GoUrl.Parse($"https://{identifier}") is not { } url)
            return identifier;

        var (reference, subdirectory) = GitFragment.Parse(url.Fragment);
        return reference?.StartsWith('-') == true ? identifier : place + GitFragment.Format(reference, subdirectory);
    }
}
