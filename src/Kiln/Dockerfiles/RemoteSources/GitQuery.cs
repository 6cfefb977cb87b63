namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>
/// What the query of a repository's address asks for (loadQuery in frontend/dockerfile/dfgitutil/git_ref.go).
/// </summary>
static class GitQuery
{
    static readonly string[] Flags = ["submodules", "keep-git-dir", "fetch-by-commit"];

    public static RemoteSource Apply(RemoteSource.Git git, UrlQuery query)
    {
        RemoteSource result = git;
        // A tag and a branch are held against what the rest says, so they come last.
        foreach (var option in query.Values.OrderBy(x => x.Key is "branch" ? 2 : x.Key is "tag" ? 1 : 0))
            if (result is RemoteSource.Git one)
                result = Apply(one, option);
        return result;
    }

    static RemoteSource Apply(RemoteSource.Git git, IGrouping<string, string> option)
    {
        var (key, value) = (option.Key, option.First());
        if (option.Count() > 1)
            return Refuse($"'{key}' is given more than once");
        if (value.Length == 0 && !Flags.Contains(key))
            return Refuse($"'{key}' has no value");

        return key switch
        {
            "ref" => WithReference(git, value),
            "tag" => WithReference(git, Below("refs/tags/", value)),
            "branch" => WithReference(git, Below("refs/heads/", value)),
            "subdir" => WithSubdirectory(git, value),
            "checksum" or "commit" => git with { Checksum = value }, // of two, BuildKit takes any
            "keep-git-dir" => WithFlag(key, value, x => git with { KeepsGitDirectory = x }),
            "submodules" => WithFlag(key, value, x => git with { FetchesSubmodules = x }),
            "fetch-by-commit" => WithFlag(key, value, x => git with { IsFetchedByCommit = x }),
            "mtime" when value is "checkout" or "commit" => git, // ADD has no use for it
            "mtime" => Refuse($"'mtime' can be 'checkout' or 'commit', not '{value}'"),
            _ => Refuse($"'{key}' is no option of a repository"),
        };
    }

    static RemoteSource WithReference(RemoteSource.Git git, string value) =>
        git.Reference is null || git.Reference == value
            ? git with { Reference = value }
            : Refuse($"it names two references, '{git.Reference}' and '{value}'");

    static RemoteSource WithSubdirectory(RemoteSource.Git git, string value) =>
        git.Subdirectory is null || git.Subdirectory == value
            ? git with { Subdirectory = value }
            : Refuse($"it names two folders, '{git.Subdirectory}' and '{value}'");

    // Go's strconv.ParseBool.
    static RemoteSource WithFlag(string key, string value, Func<bool, RemoteSource> with) => value switch
    {
        "" or "1" or "t" or "T" or "true" or "TRUE" or "True" => with(true),
        "0" or "f" or "F" or "false" or "FALSE" or "False" => with(false),
        _ => Refuse($"'{key}' can be 'true' or 'false', not '{value}'"),
    };

    static string Below(string folder, string name) =>
        name.StartsWith(folder, StringComparison.Ordinal) ? name : folder + name;

    static RemoteSource.Refused Refuse(string reason) => new(reason);
}
