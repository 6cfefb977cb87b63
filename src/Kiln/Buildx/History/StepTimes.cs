using Kiln.Buildx.Progress;

namespace Kiln.Buildx.History;

/// <summary>How long the steps of an image take, learned from those that ran.</summary>
static class StepTimes
{
    /// <summary>Seconds that the cached steps took when they last ran, and of how many that is not known.</summary>
    internal static (double? Saved, int Unknown) SavedBy(
        IEnumerable<BuildStep> steps, IReadOnlyDictionary<string, double> known, IReadOnlyCollection<string> targets)
    {
        var cached = steps.Where(x => x.IsCached).Select(x => Find(x, known, targets)).ToArray();
        var seconds = cached.OfType<double>().ToArray();
        return (seconds.Length == 0 ? null : Math.Round(seconds.Sum(), 1), cached.Length - seconds.Length);
    }

    /// <summary>What is known after a build: of its steps alone, so that it does not grow.</summary>
    internal static Dictionary<string, double> After(
        IEnumerable<BuildStep> steps, IReadOnlyDictionary<string, double> known, IReadOnlyCollection<string> targets)
    {
        var times = new Dictionary<string, double>();
        foreach (var step in steps)
        {
            var seconds = step.IsCached ? Find(step, known, targets) : Math.Round(step.Duration.TotalSeconds, 3);
            if (seconds is not { } time)
                continue;
            foreach (var key in StepKey.AllOf(step, targets))
                times[key] = time;
        }

        return times;
    }

    static double? Find(BuildStep step, IReadOnlyDictionary<string, double> known, IReadOnlyCollection<string> targets) =>
        StepKey.AllOf(step, targets).Select(x => known.TryGetValue(x, out var seconds) ? seconds : (double?)null).FirstOrDefault(x => x is not null);
}
