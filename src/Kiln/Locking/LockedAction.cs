namespace Kiln.Locking;

/// <summary>The commit that a version of a CI action meant.</summary>
/// <param name="Commit">In full: 40 hex digits, or 64.</param>
/// <param name="Resolved">When that was.</param>
public sealed record LockedAction(string Commit, DateTimeOffset Resolved) : LockEntry(Resolved)
{
    /// <inheritdoc />
    public override string Pin => Shorten(Commit);
}
