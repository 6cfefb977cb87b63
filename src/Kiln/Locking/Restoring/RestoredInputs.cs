using Kiln.Locking.Enforcement;
using Kiln.Locking.Needs;
using Kiln.Locking.Resolution;
using Kiln.Primitives;

namespace Kiln.Locking.Restoring;

/// <summary>What came of pinning a build's inputs.</summary>
public sealed record RestoredInputs
{
    /// <summary>Makes BuildKit fetch what the lock says, and nothing else.</summary>
    public required SourcePolicy Policy { get; init; }

    /// <summary>The lock as it is now.</summary>
    public required KilnLock Lock { get; init; }

    /// <summary>What each image takes from the lock, by the image's name. Default: nothing.</summary>
    public ValueMap<ValueList<LockedInput>> OfImages { get; init; }

    /// <summary>Where each locked image is, mirror or origin, with its digest; by its key in the lock. Default: none.</summary>
    public ValueMap<ImageReference> Images { get; init; }

    /// <summary>How many different inputs the build has.</summary>
    public int Count { get; init; }

    /// <summary>What was added to the lock.</summary>
    public LockDiff Diff { get; init; } = new();

    /// <summary>Locked images whose names mean something else by now; the build uses what is locked.</summary>
    public ValueList<StaleInput> Stale { get; init; }

    /// <summary>Entries that nothing needs any more.</summary>
    public ValueList<UnusedEntry> Unused { get; init; }

    /// <summary>Images that nobody could be asked for, and why; the builder may still have them.</summary>
    public ValueList<string> Unconfirmed { get; init; }

    /// <summary>What is fetched without being pinned.</summary>
    public ValueList<FloatingInput> Floating { get; init; }

    /// <summary>The steps that run programs; those with a network may download what no lock holds.</summary>
    public ValueList<ImageStep> Steps { get; init; }

    /// <summary>What BuildKit's own frontend would object to in the Dockerfiles, with line and column.</summary>
    public ValueList<string> Objections { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
