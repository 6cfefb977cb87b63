using Kiln.Caching.Backends;
using Kiln.Caching.Folders;
using Kiln.Primitives;

namespace Kiln.Caching.Preflight;

/// <summary>Whether a folder can be written, and whether its disk has room.</summary>
static class FolderPreflight
{
    // Less is not worth beginning with: one base image is larger.
    const long LeastSpace = 500_000_000;

    internal static CacheFinding Check(
        CachePlan plan, CacheFinding finding, FolderCache folder, ValueList<ImageSpec> images)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
            using (File.Create(Path.Combine(folder.Path, $".probe-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
            {
            }

            var free = new DriveInfo(folder.Path).AvailableFreeSpace;
            var index = CacheIndex.Read(folder.Path);
            return finding with
            {
                NotWrittenSince = finding.NotWrittenSince
                    ?? (free < LeastSpace ? $"its disk has {free / 1_000_000} MB left" : null),
                Absent = plan.ReadsOf(folder, images).Where(x => index.Find(x.Attributes["tag"]) is null).ToValueList(),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Snapshots lie in the folder too, so where nothing can be written nothing is read either.
            return finding with { NotReadSince = Clause(exception), NotWrittenSince = finding.NotWrittenSince ?? Clause(exception) };
        }
    }

    static string Clause(Exception exception) => exception.Message.TrimEnd('.');
}
