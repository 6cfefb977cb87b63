using Kiln.Dockerfiles;

namespace Kiln.Contexts;

/// <summary>Lists a tree as it lies on disk, or what of it becomes a context. Links are listed, never followed.</summary>
sealed class ContextScan
{
    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    readonly Dictionary<string, ContextEntry> _entries = [];
    readonly DockerIgnore _ignore;
    readonly HashSet<string> _excluded;
    readonly CancellationToken _cancellationToken;

    ContextScan(DockerIgnore ignore, IEnumerable<string> excluded, CancellationToken cancellationToken) =>
        (_ignore, _excluded, _cancellationToken) = (ignore, [.. excluded.Select(FolderPath.Normalize)], cancellationToken);

    /// <summary>What becomes a context, by relative path.</summary>
    public static Dictionary<string, ContextEntry> OfSource(ContextSource source, CancellationToken cancellationToken)
    {
        var scan = new ContextScan(source.Ignore, source.ExcludedFolders, cancellationToken);
        scan.Visit(new DirectoryInfo(FolderPath.Normalize(source.Folder)), "", default);
        return scan._entries;
    }

    /// <summary>All that there is, by relative path.</summary>
    public static Dictionary<string, ContextEntry> OfStaged(string folder, CancellationToken cancellationToken) =>
        OfSource(new ContextSource(folder), cancellationToken);

    // Both answer whether anything was taken: then an ignored folder is needed after all.
    bool Visit(DirectoryInfo folder, string path, DockerIgnoreMatch match)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var any = false;
        try
        {
            foreach (var child in folder.EnumerateFileSystemInfos("*", Everything))
                any |= !_excluded.Contains(child.FullName) &&
                       Take(child, path.Length == 0 ? child.Name : $"{path}/{child.Name}", match);
        }
        catch (UnauthorizedAccessException) when (match.IsIgnored)
        {
            // What is ignored need not be readable, also when something below might have been taken in again.
        }

        return any;
    }

    bool Take(FileSystemInfo child, string path, DockerIgnoreMatch ofFolder)
    {
        var match = _ignore.Match(path, ofFolder);
        var isLink = (child.Attributes & FileAttributes.ReparsePoint) != 0;
        if (child is DirectoryInfo folder && !isLink)
        {
            var isWorthALook = !match.IsIgnored || !_ignore.CanPruneDirectory(path);
            var any = isWorthALook && Visit(folder, path, match);
            return (any || !match.IsIgnored) && Add(new ContextEntry(path, EntryKind.Folder, child.LastWriteTimeUtc));
        }

        if (match.IsIgnored)
            return false;
        if (isLink)
            return Add(new ContextEntry(path, EntryKind.Link, child.LastWriteTimeUtc) { LinkTarget = child.LinkTarget });

        var size = ((FileInfo)child).Length;
        return !(size == 0 && SpecialFile.IsAt(child.FullName)) &&
               Add(new ContextEntry(path, EntryKind.File, child.LastWriteTimeUtc) { Size = size });

        bool Add(ContextEntry entry) => _entries.TryAdd(path, isLink ? entry : entry with { Mode = ModeOf(child) });
    }

    static UnixFileMode? ModeOf(FileSystemInfo entry) => OperatingSystem.IsWindows() ? null : entry.UnixFileMode;
}
