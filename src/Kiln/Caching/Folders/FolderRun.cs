using Kiln.Caching.Backends;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Caching.Folders;

/// <summary>One build's view of a folder cache: a snapshot to read, and a place of its own for each tag that is written.</summary>
sealed class FolderRun : IAsyncDisposable
{
    readonly FolderCache _cache;
    readonly FolderStore _store;
    readonly string _work;
    readonly FileLock _mine;
    readonly Dictionary<string, string> _written = [];
    IReadOnlyList<string> _read = [];

    FolderRun(FolderCache cache, FolderStore store, string work, FileLock mine) =>
        (_cache, _store, _work, _mine) = (cache, store, work, mine);

    /// <summary>Takes the snapshot, and clears away what builds left that were killed.</summary>
    internal static async Task<FolderRun> BeginAsync(
        FolderCache cache, IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        var store = new FolderStore(cache.Path);
        await using var only = await store.LockAsync(cancellationToken);
        FinishedRuns.Sweep(store.Runs);
        var work = Path.Combine(store.Runs, Guid.NewGuid().ToString("N")[..12]);
        var run = new FolderRun(cache, store, work, await FileLock.AcquireAsync(FinishedRuns.LockOf(work), cancellationToken));
        run._read = store.CopyTo(run.Snapshot, tags.Distinct());
        return run;
    }

    string Snapshot => Path.Combine(_work, "read");

    /// <summary>The entry for the snapshot; null where the tag is not in it.</summary>
    internal CacheEntry? Read(CacheEntry entry) =>
        _read.Contains(entry.Attributes["tag"]) ? entry.With("src", Snapshot) : null;

    /// <summary>
    /// The entry for a layout of the tag's own, which has all blobs of the snapshot: what is there is not written again.
    /// </summary>
    internal CacheEntry Write(CacheEntry entry)
    {
        var tag = entry.Attributes["tag"];
        var layout = _written[tag] = Path.Combine(_work, $"write-{_written.Count}");
        _store.CopyTo(layout, _read);
        return entry.With("dest", layout);
    }

    /// <summary>Takes in what the build wrote, makes room, and answers what people should know.</summary>
    internal async Task<ValueList<string>> KeepAsync(CancellationToken cancellationToken)
    {
        await using var only = await _store.LockAsync(cancellationToken);
        var now = DateTimeOffset.UtcNow;
        _store.Touch(_read, now);
        var missing = _written.Where(x => !_store.TakeFrom(x.Value, x.Key, now)).Select(x => x.Key).ToArray();
        var gone = _store.Collect(_cache.MaximumSize);
        return
        [
            .. missing.Select(x => $"{_cache.Title}: BuildKit left no whole cache for {x}; the one before stays"),
            .. gone.Intersect(_written.Keys).Select(x =>
                $"{_cache.Title}: the cache of {x} alone is larger than {_cache.MaximumSize} bytes and is not kept; raise MaximumSize"),
        ];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(_work))
            Directory.Delete(_work, recursive: true);
        await _mine.DisposeAsync();
        File.Delete(FinishedRuns.LockOf(_work));
    }
}
