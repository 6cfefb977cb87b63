namespace Nuke.Common.Utilities.Collections;

partial class EnumerableExtensions
{
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) =>
        OrError(() => enumerable.Single(), message);

    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message) =>
        OrError(() => enumerable.Single(predicate), message);

    public static T? SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) =>
        OrError(() => enumerable.SingleOrDefault(), message);

    public static T? SingleOrDefaultOrError<T>(
        this IEnumerable<T> enumerable,
        Func<T, bool> predicate,
        string message) =>
        OrError(() => enumerable.SingleOrDefault(predicate), message);

    private static T OrError<T>(Func<T> single, string message)
    {
        try
        {
            return single.Invoke();
        }
        catch (InvalidOperationException exception)
        {
            // The caller knows what was looked for; LINQ's own message stays inside.
            throw new InvalidOperationException(message, exception);
        }
    }
}
