using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>Something that nobody needs any more.</summary>
public abstract record Leftover
{
    Leftover() { }

    /// <summary>Where it is, as people call it.</summary>
    public required string Place { get; init; }

    /// <summary>What it is called there: tags, or a ref.</summary>
    public required ValueList<string> Names { get; init; }

    /// <summary>Why it goes.</summary>
    public required string Why { get; init; }

    /// <summary>The bytes that nothing that stays takes too; what several leftovers share is counted with one of them.</summary>
    public required long Size { get; init; }

    /// <summary>An image or a cache in a registry.</summary>
    /// <param name="Repository">Where.</param>
    /// <param name="Manifests">What is deleted, in this order: what the tags lead to, what that lists, what is attached to it.</param>
    public sealed record InRegistry(ImageReference Repository, ValueList<Digest> Manifests) : Leftover;

    /// <summary>What a CI host's cache keeps for a ref.</summary>
    /// <param name="Entries">All of that ref.</param>
    public sealed record InCache(ValueList<HostCache> Entries) : Leftover;
}
