namespace Kiln.Locking;

/// <summary>The content that an address delivered.</summary>
/// <param name="Checksum">The digest of the file.</param>
/// <param name="Resolved">When it was downloaded.</param>
public sealed record LockedUrl(Digest Checksum, DateTimeOffset Resolved) : LockEntry(Resolved)
{
    /// <inheritdoc />
    public override string Pin => Shorten(Checksum);
}
