using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>What differs between two locks, sorted by section and key.</summary>
public sealed record LockDiff
{
    /// <summary>All of it. Default: nothing.</summary>
    public ValueList<LockChange> Changes { get; init; }

    /// <summary>What the new lock has and the old one had not.</summary>
    public IReadOnlyList<LockChange.Added> Added => [.. Changes.OfType<LockChange.Added>()];

    /// <summary>What the old lock had and the new one has not.</summary>
    public IReadOnlyList<LockChange.Removed> Removed => [.. Changes.OfType<LockChange.Removed>()];

    /// <summary>What both have, with another meaning.</summary>
    public IReadOnlyList<LockChange.Moved> Moved => [.. Changes.OfType<LockChange.Moved>()];

    /// <summary>Whether both mean the same.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>
    /// For people, one change a line: <c>golang:1.24  sha256:1234567890ab… → sha256:fedcba098765…</c>, <c>+</c> before
    /// what came and <c>-</c> before what went.
    /// </summary>
    public IReadOnlyList<string> Lines => [.. Changes.Select(x => x.Line)];

    /// <summary>From the lock before to the lock after.</summary>
    public static LockDiff Between(KilnLock before, KilnLock after)
    {
        var old = before.Entries.ToDictionary(x => (x.Section, x.Key), x => x.Entry);
        var now = after.Entries.ToDictionary(x => (x.Section, x.Key), x => x.Entry);
        return new LockDiff
        {
            Changes =
            [
                .. old.Keys.Union(now.Keys)
                    .OrderBy(x => x.Section)
                    .ThenBy(x => x.Key, StringComparer.Ordinal)
                    .Select(x => Change(x.Section, x.Key, old.GetValueOrDefault(x), now.GetValueOrDefault(x)))
                    .OfType<LockChange>(),
            ],
        };
    }

    static LockChange? Change(LockSection section, string key, LockEntry? old, LockEntry? now) => (old, now) switch
    {
        (null, { } added) => new LockChange.Added(section, key, added),
        ({ } removed, null) => new LockChange.Removed(section, key, removed),
        ({ } before, { } after) when before with { Resolved = after.Resolved } != after =>
            new LockChange.Moved(section, key, before, after),
        _ => null,
    };
}
