namespace Kiln.Caching.Folders;

/// <summary>Which caches stay in a folder that may only hold so much. Pure.</summary>
static class Eviction
{
    /// <summary>
    /// Those used last, as long as all their blobs together, each counted once, fit. One that does not fit is left out; it does not
    /// take the others with it.
    /// </summary>
    internal static IReadOnlyList<CacheIndexEntry> Stay(
        IEnumerable<CacheIndexEntry> entries,
        Func<CacheIndexEntry, IReadOnlyCollection<Digest>?> closure,
        Func<Digest, long> size,
        long maximum)
    {
        var (stay, held, total) = (new List<CacheIndexEntry>(), new HashSet<Digest>(), 0L);
        foreach (var entry in entries.OrderByDescending(CacheIndex.LastUsed))
        {
            if (closure(entry) is not { } blobs)
                continue;
            var added = blobs.Where(x => !held.Contains(x)).Sum(size);
            if (total + added > maximum)
                continue;
            total += added;
            held.UnionWith(blobs);
            stay.Add(entry);
        }

        return stay;
    }
}
