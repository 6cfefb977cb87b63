namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Makes an empty file where none is, and sets its time: now, if none is given.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent?.CreateDirectory();
        if (!path.FileExists())
            File.Create(path).Dispose();
        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }
}
