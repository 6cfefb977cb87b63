using Kiln.Caching.Backends;
using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What can be done with one backend in this run, and why what cannot be done cannot.</summary>
public sealed record CacheFinding(CacheBackend Backend)
{
    /// <summary>Why nothing is read, as a clause; null where it is.</summary>
    public string? NotReadSince { get; init; }

    /// <summary>Why nothing is written, as a clause; null where it is.</summary>
    public string? NotWrittenSince { get; init; }

    /// <summary>Whether that is how it should be: a run that is not trusted. Then a required cache is not missed.</summary>
    public bool IsReadOnlyByRule { get; init; }

    /// <summary>What was looked for and is not there, so that BuildKit need not ask again. Default: nothing.</summary>
    public ValueList<CacheEntry> Absent { get; init; }
}
