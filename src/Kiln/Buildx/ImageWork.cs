using Kiln.Buildx.Steps;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Which steps of a solve were an image's, and how long they took. A step that several images own counts for each.</summary>
sealed class ImageWork(IReadOnlyList<BakeRound> rounds, ILookup<ImageSpec, BakeTarget> targets, TimeSpan time)
{
    internal WorkReceipt Of(ImageSpec image)
    {
        var steps = StepsOf(image).Select(x => x.Step).ToArray();
        var run = steps.Where(x => !x.IsCached).ToArray();
        return new WorkReceipt(steps.Length, steps.Length - run.Length, Rounded(time))
        {
            SecondsSpent = Rounded(TimeSpan.FromTicks(run.Sum(x => x.Duration.Ticks))),
        };
    }

    /// <summary>The image's own steps that had a turn. One that several rounds came by is one step; if it ran in any of them, it ran.</summary>
    internal IReadOnlyList<ToldStep> StepsOf(ImageSpec image)
    {
        var own = targets[image].Select(x => x.Name).ToHashSet();
        var steps = new List<ToldStep>();
        foreach (var step in rounds.SelectMany(x => x.StepsOf(own)))
        {
            var known = steps.FindIndex(x => !ReferenceEquals(x.Solved, step.Solved) && x.IsSame(step));
            if (known < 0)
                steps.Add(step);
            else if (steps[known].Step.IsCached)
                steps[known] = step;
        }

        return steps;
    }

    static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
