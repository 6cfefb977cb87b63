using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Buildx.Budgets;

/// <summary>Compares what was built with what it may be. Pure: two receipts and a budget.</summary>
static class BudgetCheck
{
    internal static IEnumerable<BudgetExcess> Of(SizeBudget budget, Receipt receipt, Receipt? earlier)
    {
        foreach (var platform in receipt.Platforms)
        {
            if (Absolute(platform, SizeKind.Unpacked, budget.Unpacked) is { } unpacked)
                yield return unpacked;
            if (Absolute(platform, SizeKind.Compressed, budget.Compressed) is { } compressed)
                yield return compressed;
            if (budget.Growth is not { } growth || earlier?.Platforms.FirstOrDefault(x => x.Platform == platform.Platform) is not { } before)
                continue;
            foreach (var kind in new[] { SizeKind.Unpacked, SizeKind.Compressed })
            {
                if (Grown(platform, before, kind, growth) is { } grown)
                    yield return grown;
            }
        }
    }

    static BudgetExcess? Absolute(PlatformReceipt platform, SizeKind kind, long? limit) =>
        limit is { } bytes && kind.OfImage(platform) is var size && size > bytes
            ? new BudgetExcess(
                platform.Platform,
                $"{HumanUnits.Size(size)} {kind.Words}, {HumanUnits.Size(size - bytes)} more than the {HumanUnits.Size(bytes)} allowed",
                kind,
                platform.Layers)
            : null;

    static BudgetExcess? Grown(PlatformReceipt now, PlatformReceipt before, SizeKind kind, SizeGrowth growth)
    {
        var (size, old) = (kind.OfImage(now), kind.OfImage(before));
        var limit = growth switch
        {
            SizeGrowth.Bytes bytes => bytes.Limit,
            SizeGrowth.Percent percent => (long)(old * percent.Limit / 100),
            _ => throw new InvalidOperationException($"{growth} is no growth."),
        };
        var share = old > 0 ? $" ({HumanUnits.Percent((double)(size - old) / old)})" : "";
        return size - old > limit
            ? new BudgetExcess(
                now.Platform,
                $"{HumanUnits.Size(size)} {kind.Words}, grown by {HumanUnits.Size(size - old)}{share}, "
                + $"{HumanUnits.Size(size - old - limit)} more than the {Allowed(growth)} allowed",
                kind,
                NewLayers(now, before))
            : null;
    }

    // A layer that was there before made nothing grow; where all were, the order of the layers is all that changed.
    static IEnumerable<LayerReceipt> NewLayers(PlatformReceipt now, PlatformReceipt before) =>
        now.Layers.ExceptBy(before.Layers.Select(x => x.Digest), x => x.Digest).ToArray() is { Length: > 0 } added ? added : now.Layers;

    static string Allowed(SizeGrowth growth) => growth switch
    {
        SizeGrowth.Bytes bytes => HumanUnits.Size(bytes.Limit),
        SizeGrowth.Percent percent => HumanUnits.Percent(percent.Limit / 100),
        _ => throw new InvalidOperationException($"{growth} is no growth."),
    };
}
