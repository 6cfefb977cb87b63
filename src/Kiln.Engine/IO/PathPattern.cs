using DotNet.Globbing;

namespace Nuke.Common.IO;

/// <summary>A pattern, one segment a directory level, so that only directories that can match are read.</summary>
internal sealed class PathPattern
{
    // No glob: the segment is **, any number of levels.
    private readonly Glob?[] _segments;

    private PathPattern(string pattern, bool ignoresCase)
    {
        var options = new GlobOptions { Evaluation = { CaseInsensitive = ignoresCase } };
        _segments =
        [
            .. pattern.Split(PathSyntax.Separators, StringSplitOptions.RemoveEmptyEntries)
                .Where(x => x != ".")
                .Select(x => x == "**" ? null : Glob.Parse(x, options)),
        ];
    }

    /// <summary>One pattern without alternatives for each way through <c>{a,b}</c>.</summary>
    internal static IEnumerable<PathPattern> Expand(string pattern, bool ignoresCase) =>
        BraceExpansion.Of(pattern).Select(x => new PathPattern(x, ignoresCase));

    internal IEnumerable<string> FilesIn(string directory) => Walk(directory, 0, files: true);

    internal IEnumerable<string> DirectoriesIn(string directory) => Walk(directory, 0, files: false);

    private IEnumerable<string> Walk(string directory, int index, bool files)
    {
        if (!Directory.Exists(directory))
            return [];
        if (index == _segments.Length)
            return files ? [] : [directory];
        var isLast = index == _segments.Length - 1;
        return _segments[index] is { } name
            ? Step(directory, name, files && isLast, index, files)
            : StepAnyDepth(directory, files && isLast, index, files);
    }

    private IEnumerable<string> Step(string directory, Glob name, bool takesFiles, int index, bool files) => takesFiles
        ? Sorted(Directory.EnumerateFiles(directory)).Where(x => name.IsMatch(Path.GetFileName(x)))
        : Sorted(Directory.EnumerateDirectories(directory))
            .Where(x => name.IsMatch(Path.GetFileName(x)))
            .SelectMany(x => Walk(x, index + 1, files));

    private IEnumerable<string> StepAnyDepth(string directory, bool takesFiles, int index, bool files)
    {
        var here = takesFiles ? Sorted(Directory.EnumerateFiles(directory)) : Walk(directory, index + 1, files);
        return here.Concat(Sorted(Directory.EnumerateDirectories(directory))
            .Where(x => !IsLink(x))
            .SelectMany(x => Walk(x, index, files)));
    }

    // A link may lead back up; ** must end.
    private static bool IsLink(string directory) => new DirectoryInfo(directory).LinkTarget is not null;

    private static IEnumerable<string> Sorted(IEnumerable<string> paths) => paths.Order(StringComparer.Ordinal);
}
