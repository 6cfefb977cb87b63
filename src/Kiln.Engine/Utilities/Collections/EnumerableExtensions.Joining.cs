using System.Collections;

namespace Nuke.Common.Utilities.Collections;

partial class EnumerableExtensions
{
    public static IEnumerable<T> Concat<T>(this T obj, IEnumerable<T> enumerable) => enumerable.Prepend(obj);

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) =>
        Enumerable.Concat(enumerable, others);

    /// <summary>The elements of a sequence, or the object itself as the only one.</summary>
    public static IEnumerable<T> AsEnumerable<T>(this object obj) =>
        obj is IEnumerable enumerable ? enumerable.Cast<T>() : [(T)obj];
}
