namespace Nuke.Common.Utilities.Collections;

partial class EnumerableExtensions
{
    public static LookupTable<TKey, TValue> ToLookupTable<TItem, TKey, TValue>(
        this IEnumerable<TItem> enumerable,
        Func<TItem, TKey> keySelector,
        Func<TItem, TValue> valueSelector)
        where TKey : notnull =>
        new(enumerable.ToLookup(keySelector, valueSelector));
}
