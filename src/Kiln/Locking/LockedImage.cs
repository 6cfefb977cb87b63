using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>What a reference to an image meant when it was looked up.</summary>
/// <param name="Digest">The content: an index, or a manifest where the image has one platform.</param>
/// <param name="Platforms">Those that the image has; kept sorted, each once.</param>
/// <param name="Resolved">When that was.</param>
public sealed record LockedImage(Digest Digest, ValueList<Platform> Platforms, DateTimeOffset Resolved)
    : LockEntry(Resolved)
{
    /// <summary>Those that the image has; sorted as text, each once.</summary>
    public ValueList<Platform> Platforms { get; init => field = Sort(value); } = Sort(Platforms);

    /// <summary>The mirror whose word was taken for it. Default: null, the origin answered.</summary>
    public string? Via { get; init; }

    /// <inheritdoc />
    public override string Pin => Shorten(Digest);

    static ValueList<Platform> Sort(ValueList<Platform> platforms) =>
        platforms.Distinct().OrderBy(x => x.ToString(), StringComparer.Ordinal).ToValueList();
}
