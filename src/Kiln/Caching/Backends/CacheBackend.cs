using Kiln.Primitives;

namespace Kiln.Caching.Backends;

/// <summary>
/// A place that holds the results of steps, in BuildKit's words (docs.docker.com/build/cache/backends). What is read and written
/// depends on the scope and the ref alone, so it is known before anything runs.
/// </summary>
public abstract record CacheBackend
{
    private protected CacheBackend() { }

    /// <summary>What a person calls it: <c>the registry harbor.example.com/myproject/cache</c>.</summary>
    public abstract string Title { get; }

    /// <summary>BuildKit's name for this kind: <c>gha</c>, <c>registry</c>, <c>local</c>, <c>s3</c>, <c>azblob</c>, <c>inline</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Whether the service itself keeps branches apart, and looks them up in its own order.</summary>
    internal virtual bool KnowsRefs => false;

    /// <summary>What is read for a ref; null where there is nothing to read from.</summary>
    internal abstract CacheEntry? Read(CacheScope scope, string reference);

    /// <summary>What is written for a ref; null where nothing is.</summary>
    internal abstract CacheEntry? Write(CacheScope scope, string reference);

    private protected CacheEntry Entry(params IEnumerable<(string Key, string? Value)> attributes) => new(
        Type,
        attributes.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Key, x.Value!)).ToValueMap());
}
