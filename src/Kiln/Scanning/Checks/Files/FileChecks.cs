namespace Kiln.Scanning.Checks.Files;

/// <summary>What is held against an image's files.</summary>
static class FileChecks
{
    internal static IFileCheck[] For(ImageSpec image, DateOnly today) =>
    [
        new UnsafeEntries(),
        new SecretFiles(),
        new GitFolders(),
        new PrivilegedFiles(),
        new WorldWritable(),
        new PackageCaches(),
        new WastedBytes(),
        new EndOfSupport(today),
        .. image.IsMinimal ? [new ForbiddenPrograms()] : Array.Empty<IFileCheck>(),
    ];
}
