using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be filled: several values a key, in the order in which they came.</summary>
public partial class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<TValue>> _lists;

    public LookupTable()
        : this([])
    {
    }

    public LookupTable(IEqualityComparer<TKey> comparer)
        : this(new Dictionary<TKey, List<TValue>>(comparer))
    {
    }

    public LookupTable(ILookup<TKey, TValue> lookupTable, IEqualityComparer<TKey>? comparer = null)
        : this(lookupTable.ToDictionary(x => x.Key, x => x.ToList(), comparer))
    {
    }

    public LookupTable(Dictionary<TKey, List<TValue>> dictionary) => _lists = dictionary;

    public int Count => Groups.Count;

    private ILookup<TKey, TValue> Groups =>
        _lists.SelectMany(x => x.Value, (x, value) => (x.Key, value)).ToLookup(x => x.Key, x => x.value, _lists.Comparer);

    /// <summary>The values of the key, none for an unknown one; setting replaces them.</summary>
    public IEnumerable<TValue> this[TKey key]
    {
        get => _lists.TryGetValue(key, out var values) ? values : [];
        set => _lists[key] = [.. value];
    }

    public bool Contains(TKey key) => _lists.ContainsKey(key);

    public ILookup<TKey, TValue> AsReadOnly() => this;

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() => Groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
