using Kiln.Buildx.Progress;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>
/// Which steps of a solve were an image's. A step that several images need is done once and told once for each of them; it
/// counts for all, except that what an image is made from does its own steps.
/// </summary>
sealed class ImageWork(BuildLog log, ILookup<ImageSpec, BakeTarget> targets, IReadOnlyCollection<ImageSpec> images, TimeSpan time)
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
        var (own, bases) = (NamesOf(image), BasesOf(image));
        // With a single target buildx does not write its name into a step's bracket.
        var isAlone = images.Count == 1 && own.Count == 1 && bases.Count == 0;
        return [.. log.Instructions.Where(x => isAlone || (IsOf(x, own) && !IsOf(x, bases)))];
    }

    static bool IsOf(BuildStep step, HashSet<string> names) => step.Places.Any(x => names.Contains(x.Split(' ', 2)[0]));

    HashSet<string> NamesOf(ImageSpec image) => [.. targets[image].Select(x => x.Name)];

    HashSet<string> BasesOf(ImageSpec image)
    {
        var all = targets.SelectMany(x => x).ToDictionary(x => x.Name);
        var found = new HashSet<string>();
        var open = new Stack<BakeTarget>(targets[image]);
        while (open.TryPop(out var target))
        {
            foreach (var name in target.BaseTargets)
            {
                if (all.TryGetValue(name, out var from) && found.Add(name))
                    open.Push(from);
            }
        }

        return found;
    }

    static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
