using Kiln.Buildx.Steps;

namespace Kiln.Buildx.History;

/// <summary>How long the steps of an image take, learned from those that ran.</summary>
static class StepTimes
{
    /// <summary>Seconds that the cached steps took when they last ran, and of how many that is not known.</summary>
    internal static (double? Saved, int Unknown) SavedBy(
        IEnumerable<ToldStep> steps, IReadOnlyDictionary<string, double> known)
    {
        var cached = steps.Where(x => x.Step.IsCached).Select(x => Find(x, known)).ToArray();
        var seconds = cached.OfType<double>().ToArray();
        return (seconds.Length == 0 ? null : Math.Round(seconds.Sum(), 1), cached.Length - seconds.Length);
    }

    /// <summary>What is known after a build: of its steps alone, so that it does not grow.</summary>
    internal static Dictionary<string, double> After(
        IEnumerable<ToldStep> steps, IReadOnlyDictionary<string, double> known)
    {
        var times = new Dictionary<string, double>();
        foreach (var step in steps)
        {
            var seconds = step.Step.IsCached ? Find(step, known) : Math.Round(step.Step.Duration.TotalSeconds, 3);
            if (seconds is not { } time)
                continue;
            foreach (var key in StepKey.AllOf(step))
                times[key] = time;
        }

        return times;
    }

    static double? Find(ToldStep step, IReadOnlyDictionary<string, double> known) =>
        StepKey.AllOf(step).Select(x => known.TryGetValue(x, out var seconds) ? seconds : (double?)null).FirstOrDefault(x => x is not null);
}
