namespace Kiln.EndToEnd.ActionsCache;

/// <summary>The entries of all scopes, oldest first. None is ever replaced: a key that is taken stays taken.</summary>
sealed class EntryStore
{
    readonly List<Entry> _entries = [];
    readonly Lock _lock = new();

    internal Entry[] Finished
    {
        get
        {
            lock (_lock)
                return [.. _entries.Where(x => x.IsFinished)];
        }
    }

    /// <summary>Null where the key is taken in this scope, also by an upload that is not finished.</summary>
    internal Entry? Reserve(string scope, string key, string version)
    {
        lock (_lock)
        {
            if (_entries.Any(x => x.Scope == scope && x.Key == key && x.Version == version))
                return null;
            var entry = new Entry(scope, key, version);
            _entries.Add(entry);
            return entry;
        }
    }

    internal Entry? Finish(string scope, string key, string version)
    {
        lock (_lock)
        {
            var entry = _entries.Find(x => x.Scope == scope && x.Key == key && x.Version == version);
            entry?.IsFinished = true;
            return entry;
        }
    }

    internal void Remove(Func<Entry, bool> which)
    {
        lock (_lock)
            _entries.RemoveAll(x => which(x));
    }

    internal Entry? ById(string id)
    {
        lock (_lock)
            return _entries.Find(x => x.Id == id);
    }

    /// <summary>Scope by scope: the key itself, else the newest entry whose key begins with one of the others.</summary>
    internal Entry? Find(IEnumerable<string> scopes, string key, string[] beginnings, string version) => scopes
        .Select(scope => Finished.Where(x => x.Scope == scope && x.Version == version).Reverse().ToArray())
        .Select(found => found.FirstOrDefault(x => x.Key == key)
            ?? beginnings.Select(beginning => found.FirstOrDefault(x => x.Key.StartsWith(beginning, StringComparison.Ordinal))).FirstOrDefault(x => x is not null))
        .FirstOrDefault(x => x is not null);
}
