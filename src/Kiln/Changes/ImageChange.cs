using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Scanning.Gating;

namespace Kiln.Changes;

/// <summary>An image as it is now and as the base branch has it.</summary>
/// <param name="Now">How it was built in this run.</param>
/// <param name="Findings">What is held against it now.</param>
/// <param name="Before">The base's; null where none is known.</param>
public sealed record ImageChange(Receipt Now, ValueList<Finding> Findings, PublishedRecord? Before)
{
    /// <summary>What the base does not have, by image, finding, package and file. All where no base is known.</summary>
    public ValueList<Finding> New => Without(Findings, Before?.Findings ?? []);

    /// <summary>What only the base has.</summary>
    public ValueList<Finding> Fixed => Without(Before?.Findings ?? [], Findings);

    /// <summary>Bytes that a pull transfers more, for the first platform that both are for; null where none is.</summary>
    public long? GrowthToPull => Growth(x => x.CompressedSize);

    long? Growth(Func<PlatformReceipt, long> size) => Now.Platforms
        .Select(x => (Now: x, Before: Before?.Receipt.Platforms.FirstOrDefault(y => y.Platform == x.Platform)))
        .Where(x => x.Before is not null)
        .Select(x => (long?)(size(x.Now) - size(x.Before!)))
        .FirstOrDefault();

    ValueList<Finding> Without(ValueList<Finding> these, ValueList<Finding> those)
    {
        var known = those.Select(x => KnownFinding.Of(Now.Name, x)).ToHashSet();
        return these.Where(x => !known.Contains(KnownFinding.Of(Now.Name, x))).DistinctBy(x => KnownFinding.Of(Now.Name, x)).ToValueList();
    }
}
