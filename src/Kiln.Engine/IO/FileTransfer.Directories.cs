namespace Nuke.Common.IO;

partial class FileTransfer
{
    private AbsolutePath CopyDirectory(AbsolutePath source, AbsolutePath target, bool createDirectories = true)
    {
        Prepare(source, target, createDirectories);
        foreach (var directory in source.GetDirectories().Where(x => ExcludesDirectory?.Invoke(x) != true).ToList())
            CopyDirectory(directory, target / directory.Name);
        foreach (var file in source.GetFiles().Where(x => ExcludesFile?.Invoke(x) != true).ToList())
            CopyFile(file, target / file.Name);
        return target;
    }

    private AbsolutePath MoveDirectory(AbsolutePath source, AbsolutePath target, bool createDirectories = true)
    {
        Prepare(source, target, createDirectories);
        foreach (var directory in source.GetDirectories().ToList())
            MoveDirectory(directory, target / directory.Name);
        foreach (var file in source.GetFiles().ToList())
            MoveFile(file, target / file.Name);
        if (DeletesRemainingFiles || !Directory.EnumerateFileSystemEntries(source).Any())
            source.DeleteDirectory();
        return target;
    }

    private void Prepare(AbsolutePath source, AbsolutePath target, bool createDirectories)
    {
        Assert.False(
            source.Contains(target),
            $"Target directory '{target}' must not be in source directory '{source}'");
        var mayMerge = (policy & (ExistsPolicy.DirectoryMerge | ExistsPolicy.DirectoryFail)) == ExistsPolicy.DirectoryMerge;
        Assert.True(mayMerge || !target.DirectoryExists(), "Policy disallows merging directories");
        if (createDirectories)
            target.CreateDirectory();
    }
}
