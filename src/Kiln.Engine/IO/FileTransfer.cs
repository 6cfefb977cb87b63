namespace Nuke.Common.IO;

/// <summary>Copies and moves files and whole directories under one policy for what exists already.</summary>
internal sealed partial class FileTransfer(ExistsPolicy policy)
{
    internal Func<AbsolutePath, bool>? ExcludesDirectory { get; init; }

    internal Func<AbsolutePath, bool>? ExcludesFile { get; init; }

    internal bool DeletesRemainingFiles { get; init; }

    internal AbsolutePath Copy(AbsolutePath source, AbsolutePath target, bool createDirectories)
    {
        RequireSource(source);
        var hasExclusions = ExcludesDirectory is not null || ExcludesFile is not null;
        Assert.False(source.FileExists() && hasExclusions, $"A single file can exclude nothing: {source}");
        return source.DirectoryExists()
            ? CopyDirectory(source, target, createDirectories)
            : CopyFile(source, target, createDirectories);
    }

    internal AbsolutePath Move(AbsolutePath source, AbsolutePath target, bool createDirectories)
    {
        RequireSource(source);
        return source.DirectoryExists()
            ? MoveDirectory(source, target, createDirectories)
            : MoveFile(source, target, createDirectories);
    }

    private static void RequireSource(AbsolutePath source) =>
        Assert.True(source.FileExists() || source.DirectoryExists(), $"Expected file or directory to exist: {source}");
}
