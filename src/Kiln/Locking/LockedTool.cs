namespace Kiln.Locking;

/// <summary>A program of the pipeline: which version, and which bytes.</summary>
/// <param name="Version">As its makers write it.</param>
/// <param name="Checksum">The digest of the file, or of the image that brings the program.</param>
/// <param name="Resolved">When it was looked up.</param>
public sealed record LockedTool(string Version, Digest Checksum, DateTimeOffset Resolved) : LockEntry(Resolved)
{
    /// <inheritdoc />
    public override string Pin => $"{Version} {Shorten(Checksum)}";
}
