using Kiln.Processes;

namespace Kiln.Caching.Folders;

/// <summary>
/// A folder cache on disk. Each build works in folders of its own that share the blobs by hard links: nothing that another build
/// collects can vanish under it, and nothing half-written can be read.
/// </summary>
sealed class FolderStore(string folder)
{
    readonly BlobStore _blobs = new(folder);

    internal string Runs => Path.Combine(folder, ".runs");

    internal Task<FileLock> LockAsync(CancellationToken cancellationToken) =>
        FileLock.AcquireAsync(Path.Combine(folder, ".lock"), cancellationToken);

    /// <summary>Gives another layout these tags, as far as they are here and whole. Answers those that are.</summary>
    internal IReadOnlyList<string> CopyTo(string layout, IEnumerable<string> tags)
    {
        var index = CacheIndex.Read(folder);
        var whole = tags.Select(index.Find).OfType<CacheIndexEntry>().Where(x => _blobs.ClosureOf(x) is not null).ToArray();
        foreach (var entry in whole)
            new BlobStore(layout).Take(_blobs, _blobs.ClosureOf(entry)!);
        new CacheIndex { Manifests = whole }.Write(layout);
        return [.. whole.Select(x => x.Tag!)];
    }

    /// <summary>Takes a tag from another layout; false where it is not there, or not whole.</summary>
    internal bool TakeFrom(string layout, string tag, DateTimeOffset now)
    {
        var from = new BlobStore(layout);
        if (CacheIndex.Read(layout).Find(tag) is not { } entry || from.ClosureOf(entry) is not { } blobs)
            return false;
        _blobs.Take(from, blobs);
        CacheIndex.Read(folder).With(entry, now).Write(folder);
        return true;
    }

    /// <summary>Notes that these were read.</summary>
    internal void Touch(IEnumerable<string> tags, DateTimeOffset now)
    {
        var index = CacheIndex.Read(folder);
        tags.Select(index.Find).OfType<CacheIndexEntry>().Aggregate(index, (x, entry) => x.With(entry, now)).Write(folder);
    }

    /// <summary>Deletes what no tag needs, and the tags that were used longest ago, until the rest fits. Answers the tags that went.</summary>
    internal IReadOnlyList<string> Collect(long maximum)
    {
        var index = CacheIndex.Read(folder);
        var stay = Eviction.Stay(index.Manifests, _blobs.ClosureOf, x => _blobs.SizeOf(x) ?? 0, maximum);
        (index with { Manifests = stay }).Write(folder);
        _blobs.KeepOnly(stay.SelectMany(x => _blobs.ClosureOf(x)!).ToHashSet());
        return [.. index.Manifests.Except(stay).Select(x => x.Tag ?? x.Digest.ToString())];
    }
}
