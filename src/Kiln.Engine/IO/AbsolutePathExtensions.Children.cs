namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    /// <summary>Files that match and have all of the attributes, level by level, each directory sorted by name.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        return depth == 0
            ? []
            : new[] { path }.Concat(path.GetDirectories(depth: depth - 1))
                .SelectMany(x => Sorted(Directory.EnumerateFiles(x, pattern), attributes));
    }

    /// <summary>Directories that match and have all of the attributes, level by level, each level sorted.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        return LevelsOf(path, depth)
            .SelectMany(level => Sorted(level.SelectMany(x => Directory.EnumerateDirectories(x, pattern)), attributes));
    }

    private static IEnumerable<IReadOnlyList<string>> LevelsOf(string directory, int depth)
    {
        IReadOnlyList<string> level = [directory];
        for (; depth > 0 && level.Count > 0; depth--)
        {
            yield return level;
            level = [.. level.SelectMany(Directory.EnumerateDirectories)];
        }
    }

    private static IEnumerable<AbsolutePath> Sorted(IEnumerable<string> paths, FileAttributes attributes) =>
        paths.Where(x => attributes == 0 || (File.GetAttributes(x) & attributes) == attributes)
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Create);
}
