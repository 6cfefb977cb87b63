using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns such as <c>src/**/*.{cs,fs}</c>.</summary>
public static class Globbing
{
    public static GlobbingCaseSensitivity GlobbingCaseSensitivity;

    private static bool IgnoresCase => GlobbingCaseSensitivity switch
    {
        GlobbingCaseSensitivity.CaseSensitive => false,
        GlobbingCaseSensitivity.CaseInsensitive => true,
        _ => EnvironmentInfo.IsWin,
    };

    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        [.. GlobFiles((string)directory, patterns).Select(AbsolutePath.Create)];

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(
        this AbsolutePath directory,
        params string[] patterns) =>
        [.. GlobDirectories((string)directory, patterns).Select(AbsolutePath.Create)];

    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns) =>
        Find(directory, patterns, (pattern, root) => pattern.FilesIn(root));

    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns) =>
        Find(directory, patterns, (pattern, root) => pattern.DirectoriesIn(root));

    private static List<string> Find(
        string directory,
        string[] patterns,
        Func<PathPattern, string, IEnumerable<string>> find)
    {
        if (patterns.Length == 0)
            (directory, patterns) = SplitAtFirstWildcard(directory);
        var root = Path.GetFullPath(directory);
        return [.. patterns.SelectMany(x => PathPattern.Expand(x, IgnoresCase).SelectMany(y => find(y, root)).Distinct())];
    }

    // RootDirectory / "src" / "**" / "*.cs" holds directory and pattern in one path.
    private static (string Directory, string[] Patterns) SplitAtFirstWildcard(AbsolutePath definition)
    {
        var directory = definition.DescendantsAndSelf(x => x.Parent).First(x => !x.ToString().Contains('*'));
        return (directory, [definition.ToString().TrimStart(directory).TrimStart(PathSyntax.Separators)]);
    }
}
