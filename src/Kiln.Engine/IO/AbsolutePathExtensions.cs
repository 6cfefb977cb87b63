using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>Files and directories, asked and changed by their path.</summary>
public static partial class AbsolutePathExtensions
{
    [return: NotNullIfNotNull(nameof(path))]
    public static FileInfo? ToFileInfo(this AbsolutePath? path) => path is null ? null : new FileInfo(path);

    [return: NotNullIfNotNull(nameof(path))]
    public static DirectoryInfo? ToDirectoryInfo(this AbsolutePath? path) =>
        path is null ? null : new DirectoryInfo(path);

    /// <summary>For a directory, the newest time of anything in it.</summary>
    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path)
    {
        Assert.True(path.FileExists() || path.DirectoryExists(), $"Expected file or directory to exist: {path}");
        return path.FileExists()
            ? File.GetLastWriteTimeUtc(path)
            : path.ToDirectoryInfo().EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Select(x => x.LastWriteTimeUtc)
                .DefaultIfEmpty(Directory.GetLastWriteTimeUtc(path))
                .Max();
    }
}
