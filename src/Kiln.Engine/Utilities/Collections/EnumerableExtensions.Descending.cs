namespace Nuke.Common.Utilities.Collections;

partial class EnumerableExtensions
{
    /// <summary>The object, what the selector leads to from there, and so on until it leads to <c>null</c>.</summary>
    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, T?> selector, Func<T, bool>? traverse = null) =>
        obj.Descendants(selector, traverse).Prepend(obj);

    /// <summary>As above without the object; where <paramref name="traverse"/> says no, the walk ends.</summary>
    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, T?> selector, Func<T, bool>? traverse = null)
    {
        while (traverse?.Invoke(obj) != false && selector.Invoke(obj) is { } next)
        {
            yield return next;
            obj = next;
        }
    }
}
