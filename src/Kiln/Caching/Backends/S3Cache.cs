namespace Kiln.Caching.Backends;

/// <summary>
/// A bucket. It is added to and never shrinks: expire its objects by a lifecycle rule. Credentials come from the client's usual AWS
/// variables and files; the engine's own builder cannot do this, a container can.
/// </summary>
public sealed record S3Cache(string Bucket, string Region) : CacheBackend
{
    /// <summary>What all names in the bucket begin with. Default: nothing.</summary>
    public string? Prefix { get; init; }

    /// <summary>The address of a service that is not Amazon's. Default: Amazon's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Whether the bucket stands in the address's path and not in its host, as MinIO wants it. Default: no.</summary>
    public bool HasBucketInPath { get; init; }

    /// <inheritdoc />
    public override string Title => $"the bucket {Bucket}";

    /// <inheritdoc />
    public override string Type => "s3";

    internal override CacheEntry Read(CacheScope scope, string reference) => Place(scope.At(reference));

    internal override CacheEntry Write(CacheScope scope, string reference) => Place(scope.At(reference)).With("mode", "max");

    CacheEntry Place(string name) => Entry(
        ("bucket", Bucket),
        ("region", Region),
        ("name", name),
        ("prefix", Prefix),
        ("endpoint_url", Endpoint?.ToString()),
        ("use_path_style", HasBucketInPath ? "true" : null));
}
