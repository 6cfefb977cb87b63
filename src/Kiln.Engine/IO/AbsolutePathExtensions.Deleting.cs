namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    /// <summary>Deletes the file, also a read-only one; where none is, nothing happens.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!path.FileExists())
            return;
        MakeWritable(path);
        File.Delete(path);
    }

    /// <summary>Deletes the directory with all that it holds; where none is, nothing happens.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!path.DirectoryExists())
            return;

        // A link is removed, never followed: what it points to belongs to somebody else.
        var directory = path.ToDirectoryInfo();
        var isLink = directory.LinkTarget is not null;
        if (!isLink && EnvironmentInfo.IsWin)
            Directory.EnumerateFiles(path, "*", AllButLinks).ToList().ForEach(MakeWritable);
        directory.Delete(recursive: !isLink);
    }

    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths) => paths.ToList().ForEach(DeleteFile);

    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths) =>
        paths.ToList().ForEach(DeleteDirectory);

    private static EnumerationOptions AllButLinks => new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    // Windows refuses to delete a read-only file; elsewhere the directory's mode decides.
    private static void MakeWritable(string path)
    {
        if (EnvironmentInfo.IsWin)
            File.SetAttributes(path, FileAttributes.Normal);
    }
}
