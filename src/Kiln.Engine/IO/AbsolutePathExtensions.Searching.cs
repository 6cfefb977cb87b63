using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static bool ContainsFile(
        this AbsolutePath path,
        string pattern,
        SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return Directory.EnumerateFiles(path, pattern, options).Any();
    }

    public static bool ContainsDirectory(
        this AbsolutePath path,
        string pattern,
        SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return Directory.EnumerateDirectories(path, pattern, options).Any();
    }

    /// <summary>The nearest directory above the file that satisfies the predicate, or <c>null</c>.</summary>
    public static AbsolutePath? FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.FileExists(path);
        return path.Descendants(x => x.Parent).FirstOrDefault(predicate);
    }

    /// <summary>The path itself or the nearest directory above that satisfies the predicate, or <c>null</c>.</summary>
    public static AbsolutePath? FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists() || path.DirectoryExists(), $"Expected file or directory to exist: {path}");
        return path.DescendantsAndSelf(x => x.Parent).FirstOrDefault(predicate);
    }
}
