using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Which steps of a solve were an image's, and how long they took. A step that several images own counts for each.</summary>
sealed class ImageWork(BuildLog log, StepOwners owners, ILookup<ImageSpec, BakeTarget> targets, TimeSpan time)
{
    internal WorkReceipt Of(ImageSpec image)
    {
        var steps = StepsOf(image);
        var run = steps.Where(x => !x.IsCached).ToArray();
        return new WorkReceipt(steps.Count, steps.Count - run.Length, Rounded(time))
        {
            SecondsSpent = Rounded(TimeSpan.FromTicks(run.Sum(x => x.Duration.Ticks))),
        };
    }

    /// <summary>The image's own steps that had a turn.</summary>
    internal IReadOnlyList<BuildStep> StepsOf(ImageSpec image)
    {
        var own = targets[image].Select(x => x.Name).ToHashSet();
        return [.. log.Instructions.Where(x => owners.Of(x).Any(y => own.Contains(y.Name)))];
    }

    static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
