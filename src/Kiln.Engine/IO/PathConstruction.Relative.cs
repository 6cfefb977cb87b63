namespace Nuke.Common.IO;

partial class PathConstruction
{
    public static string GetRelativePath(string basePath, string destinationPath)
    {
        basePath = PathSyntax.Normalize(basePath);
        destinationPath = PathSyntax.Normalize(destinationPath);
        var separator = PathSyntax.SeparatorOf(basePath);
        Assert.True(separator == PathSyntax.SeparatorOf(destinationPath), "Separators do not match");
        var comparer = separator == PathSyntax.Slash ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        Assert.True(comparer.Equals(GetPathRoot(basePath), GetPathRoot(destinationPath)), "Root must be same");

        var from = basePath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var to = destinationPath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var shared = from.Zip(to).TakeWhile(pair => comparer.Equals(pair.First, pair.Second)).Count();
        return string.Join(separator, [.. Enumerable.Repeat("..", from.Length - shared), .. to.Skip(shared)]);
    }

    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePath(string basePath, string destinationPath) =>
        (WinRelativePath)GetRelativePath(basePath, destinationPath);

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetUnixRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetWinRelativePath(basePath, destinationPath);

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)path.ToString();

    public static WinRelativePath ToWinRelativePath(this RelativePath path) => (WinRelativePath)path.ToString();
}
