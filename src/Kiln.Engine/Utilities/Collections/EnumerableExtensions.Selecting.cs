namespace Nuke.Common.Utilities.Collections;

partial class EnumerableExtensions
{
    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T?> enumerable)
        where T : class =>
        enumerable.OfType<T>();

    /// <summary>Leaves out what the condition names; without a condition, nothing.</summary>
    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool>? condition)
        where T : class =>
        enumerable.Where(x => condition?.Invoke(x) != true);

    public static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.TakeWhile(x => !condition.Invoke(x));

    public static IEnumerable<T> SkipUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.SkipWhile(x => !condition.Invoke(x));

    public static IEnumerable<TSource> Distinct<TSource, TValue>(
        this IEnumerable<TSource> enumerable,
        Func<TSource, TValue> selector) =>
        enumerable.DistinctBy(selector);

    public static bool SequenceStartsWith<T>(
        this IEnumerable<T> enumerable,
        IEnumerable<T> other,
        IEqualityComparer<T>? comparer = null)
    {
        var start = other.ToList();
        return enumerable.Take(start.Count).SequenceEqual(start, comparer);
    }
}
