using System.Security.Cryptography;

namespace Kiln.Tests.Contexts;

/// <summary>All that BuildKit sees of a tree but the times: names, kinds, modes, content, targets of links.</summary>
static class TreeListing
{
    public static List<string> Of(string folder) =>
        [.. Entries(folder).Select(x => $"{Mode(x)} {Path.GetRelativePath(folder, x.FullName)} {Content(x)}")];

    /// <summary>Sorted; .NET's own recursion would follow links.</summary>
    public static IEnumerable<FileSystemInfo> Entries(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 })
            .SelectMany(x => x is DirectoryInfo && x.LinkTarget is null ? Entries(x.FullName).Prepend(x) : [x])
            .OrderBy(x => x.FullName, StringComparer.Ordinal);

    static string Mode(FileSystemInfo entry) => entry.LinkTarget is not null
        ? "l"
        : string.Concat("rwxrwxrwx".Select((x, i) => ((int)entry.UnixFileMode >> (8 - i) & 1) == 1 ? x : '-'))
            .Insert(0, entry is DirectoryInfo ? "d" : "-");

    static string Content(FileSystemInfo entry) =>
        entry.LinkTarget ?? (entry is FileInfo ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry.FullName))) : "");
}
