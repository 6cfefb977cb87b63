namespace Nuke.Common.Utilities.Collections;

partial class LookupTable<TKey, TValue>
{
    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_lists.TryGetValue(key, out var list))
            _lists[key] = list = [];
        list.AddRange(values);
    }

    public void Remove(TKey key) => _lists.Remove(key);

    public void Remove(TKey key, TValue value) => _lists.GetValueOrDefault(key)?.Remove(value);

    public void Clear() => _lists.Clear();
}
