using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What one image's target reads and writes.</summary>
public sealed record CacheUse
{
    /// <summary>In the order in which it is asked. Default: nothing.</summary>
    public ValueList<CacheEntry> From { get; init; }

    /// <summary>All are written. Default: nothing.</summary>
    public ValueList<CacheEntry> To { get; init; }
}
