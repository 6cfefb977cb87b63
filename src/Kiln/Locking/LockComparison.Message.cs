using Kiln.Primitives;

namespace Kiln.Locking;

public sealed partial record LockComparison
{
    /// <summary>
    /// One KILN6004 that lists everything, and <paramref name="command"/> as what mends it, for example
    /// <c>./build.sh UpdateLock</c>.
    /// </summary>
    public KilnException ToException(string lockPath, string command)
    {
        IEnumerable<string> lines =
        [
            $"The lock '{lockPath}' does not match what the build needs:",
            .. Group("missing from the lock", Missing.Select(x => $"{x.Key} ({Join(x.Places)})")),
            .. Group("unused, nothing needs them any more", Unused.Select(x => x.Key)),
            .. Group("without a platform that is needed", WrongPlatform.Select(Describe)),
            .. Group("gone, no registry has them any more", Gone.Select(x => $"{x.Key} ({Join(x.Places)})")),
            $"Run `{command}` and commit '{lockPath}'.{(WrongPlatform.Count == 0 ? "" : PlatformAdvice)}",
        ];
        return new KilnException(ErrorCodes.LockMismatch, string.Join('\n', lines));
    }

    const string PlatformAdvice =
        " An image that lacks the platform even then is not made for it: take another one, or build without it.";

    static IEnumerable<string> Group(string title, IEnumerable<string> lines) =>
        lines.Any() ? [$"  {title}:", .. lines.Select(x => $"    {x}")] : [];

    static string Describe(LackingPlatform image) =>
        $"{image.Key} lacks {Join(image.Lacking)} and has {Join(image.Has)} ({Join(image.Places)})";

    static string Join<T>(ValueList<T> items) => string.Join(", ", items);
}
