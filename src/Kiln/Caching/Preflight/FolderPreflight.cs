using Kiln.Caching.Backends;

namespace Kiln.Caching.Preflight;

/// <summary>Whether a folder can be written, and whether its disk has room.</summary>
static class FolderPreflight
{
    // Less is not worth beginning with: one base image is larger.
    const long LeastSpace = 500_000_000;

    internal static CacheFinding Check(CacheFinding finding, FolderCache folder)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
            using (File.Create(Path.Combine(folder.Path, $".probe-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
            {
            }

            var free = new DriveInfo(folder.Path).AvailableFreeSpace;
            return free >= LeastSpace || finding.NotWrittenSince is not null
                ? finding
                : finding with { NotWrittenSince = $"its disk has {free / 1_000_000} MB left" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Snapshots lie in the folder too, so where nothing can be written nothing is read either.
            return finding with { NotReadSince = Clause(exception), NotWrittenSince = finding.NotWrittenSince ?? Clause(exception) };
        }
    }

    static string Clause(Exception exception) => exception.Message.TrimEnd('.');
}
