using Kiln.Buildx.Progress;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Which steps of a solve were an image's. What several images share, BuildKit does once, under the name of one of them.</summary>
sealed class ImageWork(BuildLog log, ILookup<ImageSpec, BakeTarget> targets, IReadOnlyCollection<ImageSpec> images, TimeSpan time)
{
    internal WorkReceipt Of(ImageSpec image)
    {
        var steps = log.Instructions.Where(x => IsOf(image, x)).ToArray();
        var run = steps.Where(x => !x.IsCached).ToArray();
        return new WorkReceipt(steps.Length, steps.Length - run.Length, Rounded(time))
        {
            SecondsSpent = Rounded(TimeSpan.FromTicks(run.Sum(x => x.Duration.Ticks))),
        };
    }

    // With several targets buildx writes the target's name first into a step's bracket, with one it does not.
    bool IsOf(ImageSpec image, BuildStep step) =>
        OwnerOf(step) is { } owner ? owner == image : images.Count == 1;

    ImageSpec? OwnerOf(BuildStep step) =>
        targets.FirstOrDefault(x => x.Any(y => step.Place.StartsWith(y.Name + " ", StringComparison.Ordinal)))?.Key;

    static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
