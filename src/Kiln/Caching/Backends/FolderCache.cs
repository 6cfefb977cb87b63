namespace Kiln.Caching.Backends;

/// <summary>
/// A folder, one OCI layout for all images. Builds read from a snapshot of it and write beside it; what is finished is taken in,
/// and what has not been used for longest makes room.
/// </summary>
/// <param name="Path">The folder; made absolute.</param>
public sealed record FolderCache(string Path) : CacheBackend
{
    const long TenGigabytes = 10_000_000_000;

    /// <summary>The folder.</summary>
    public string Path { get; init; } = System.IO.Path.GetFullPath(Path);

    /// <summary>What it may hold, in bytes; KILN1028 for nothing. Default: 10 GB.</summary>
    public long MaximumSize { get; init => field = CacheSize.Check($"the folder {Path}", value); } = TenGigabytes;

    /// <inheritdoc />
    public override string Title => $"the folder {Path}";

    /// <inheritdoc />
    public override string Type => "local";

    internal override CacheEntry Read(CacheScope scope, string reference) => Entry(("src", Path), ("tag", scope.At(reference)));

    internal override CacheEntry Write(CacheScope scope, string reference) =>
        Entry(("dest", Path), ("tag", scope.At(reference)), ("mode", "max"), ("compression", "zstd"));
}
