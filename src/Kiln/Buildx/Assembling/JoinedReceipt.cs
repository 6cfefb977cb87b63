using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx.Assembling;

/// <summary>The receipt of an image whose platforms were built apart, out of those of its parts.</summary>
static class JoinedReceipt
{
    internal static Receipt Of(ImageSpec image, Digest digest, ValueList<ImagePart> parts)
    {
        var receipts = parts.Select(x => x.Receipt).ToArray();
        return new Receipt
        {
            Name = image.Name,
            Digest = digest,
            Platforms = receipts.SelectMany(x => x.Platforms).ToValueList(),
            Source = receipts[0].Source,
            Inputs = receipts.SelectMany(x => x.Inputs).Distinct().ToValueList(),
            Builder = new BuilderReceipt(Each(x => x.Builder.Engine), Each(x => x.Builder.Buildx), Each(x => x.Builder.BuildKit)),
            Work = WorkOf(receipts.Select(x => x.Work).ToArray()),
            SingleStage = receipts[0].SingleStage,
        };

        // Machines of several platforms need not have the same versions.
        string Each(Func<Receipt, string> version) => string.Join(", ", receipts.Select(version).Distinct());
    }

    // They were built at once, so the longest is what it took.
    static WorkReceipt WorkOf(WorkReceipt[] parts) => new(parts.Sum(x => x.Steps), parts.Sum(x => x.Cached), parts.Max(x => x.Seconds))
    {
        SecondsSpent = Sum(parts.Select(x => x.SecondsSpent)),
        SecondsSaved = Sum(parts.Select(x => x.SecondsSaved)),
        CachedOfUnknownTime = parts.Sum(x => x.CachedOfUnknownTime) is > 0 and var count ? count : null,
        Miss = parts.Select(x => x.Miss).FirstOrDefault(x => x is not null),
    };

    static double? Sum(IEnumerable<double?> seconds) => seconds.OfType<double>().ToArray() is { Length: > 0 } known ? Math.Round(known.Sum(), 1) : null;
}
