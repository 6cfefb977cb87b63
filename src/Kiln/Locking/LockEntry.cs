using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>What all entries of a lock have in common.</summary>
public abstract record LockEntry
{
    private protected LockEntry(DateTimeOffset resolved) => Resolved = resolved;

    /// <summary>When the name was looked up; whole seconds in UTC, as the file has them.</summary>
    public DateTimeOffset Resolved
    {
        get;
        init => field = new DateTimeOffset(value.UtcTicks - value.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }

    /// <summary>Fields that this Kiln does not know. Default: none.</summary>
    public ValueMap<RawJson> Extra { get; init; }

    /// <summary>What the entry holds fast, short enough to compare by eye: <c>sha256:1234567890ab…</c>.</summary>
    public abstract string Pin { get; }

    private protected static string Shorten(Digest digest) => $"{digest.Algorithm}:{digest.Short}…";

    private protected static string Shorten(string commit) => commit.Length > 12 ? $"{commit[..12]}…" : commit;
}
