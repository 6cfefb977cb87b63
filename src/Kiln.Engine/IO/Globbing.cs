using GlobExpressions;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns such as <c>src/**/*.{cs,fs}</c>.</summary>
public static class Globbing
{
    public static GlobbingCaseSensitivity GlobbingCaseSensitivity;

    private static GlobOptions Options => GlobbingCaseSensitivity switch
    {
        GlobbingCaseSensitivity.CaseSensitive => GlobOptions.None,
        GlobbingCaseSensitivity.CaseInsensitive => GlobOptions.CaseInsensitive,
        _ => EnvironmentInfo.IsWin ? GlobOptions.CaseInsensitive : GlobOptions.None,
    };

    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        [.. GlobFiles((string)directory, patterns).Select(AbsolutePath.Create)];

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(
        this AbsolutePath directory,
        params string[] patterns) =>
        [.. GlobDirectories((string)directory, patterns).Select(AbsolutePath.Create)];

    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns) =>
        Find(directory, patterns, (root, pattern) => Glob.Files(root, pattern, Options));

    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns) =>
        Find(directory, patterns, (root, pattern) => Glob.Directories(root, pattern, Options));

    private static List<string> Find(
        string directory,
        string[] patterns,
        Func<DirectoryInfo, string, IEnumerable<FileSystemInfo>> glob)
    {
        if (patterns.Length == 0)
            (directory, patterns) = SplitAtFirstWildcard(directory);
        var root = new DirectoryInfo(directory);
        return [.. patterns.SelectMany(x => glob.Invoke(root, x)).Select(x => x.FullName)];
    }

    // RootDirectory / "src" / "**" / "*.cs" holds directory and pattern in one path.
    private static (string Directory, string[] Patterns) SplitAtFirstWildcard(AbsolutePath definition)
    {
        var directory = definition.DescendantsAndSelf(x => x.Parent).First(x => !x.ToString().Contains('*'));
        return (directory, [definition.ToString().TrimStart(directory).TrimStart(PathSyntax.Separators)]);
    }
}
