using Kiln.Locking.Needs;
using Kiln.Locking.Resolution;
using Kiln.Locking.Restoring;

namespace Kiln.Reporting;

/// <summary>What a build takes from outside and how far it is pinned, in lines for people.</summary>
public static class RestoreSummary
{
    /// <summary>One line for the whole, and one more for each thing that is new or moved.</summary>
    public static IEnumerable<string> Lines(RestoredInputs inputs, string lockFile)
    {
        yield return $"Inputs    {inputs.Count} locked in {lockFile} ({inputs.Diff.Changes.Count} added), {HumanUnits.Duration(inputs.Duration)}";
        foreach (var line in inputs.Diff.Lines)
            yield return $"          {line}";
        foreach (var stale in inputs.Stale)
            yield return $"Stale     {Describe(stale)}; the locked one is used, './build.sh UpdateLock' takes the new one";
        foreach (var said in inputs.Lock.Images.Where(x => x.Value.Via is not null).GroupBy(x => x.Value.Via))
            yield return $"Mirror    {said.Key} said what these mean, not their origin: {string.Join(", ", said.Select(x => InputNames.NameOf(x.Key)))}";
        foreach (var floating in inputs.Floating)
            yield return $"Floating  {floating.Name}: {floating.Reason}";
        foreach (var steps in inputs.Steps.GroupBy(x => x.Image))
            yield return $"Network   {Describe(steps.Key, [.. steps])}";
    }

    /// <summary>What works, but should be known.</summary>
    public static IEnumerable<string> Warnings(RestoredInputs inputs, string lockFile)
    {
        foreach (var objection in inputs.Objections)
            yield return objection;
        if (inputs.Unused.Count > 0)
            yield return $"{lockFile} holds what nothing needs any more: {string.Join(", ", inputs.Unused.Select(x => x.Key))}. './build.sh UpdateLock' takes it out; CI refuses it";
        foreach (var image in inputs.Unconfirmed)
            yield return $"Whether this can still be had is not known, the builder may have it: {image}";
    }

    static string Describe(StaleInput stale) =>
        $"{InputNames.NameOf(stale.Key)}  {Short(stale.Locked)} → {Short(stale.Now)}";

    static string Describe(string image, IReadOnlyList<ImageStep> steps)
    {
        var open = steps.Where(x => x.HasNetwork).ToArray();
        return open.Length == 0
            ? $"none of {image}'s RUN steps has one"
            : $"{open.Length} of {image}'s {steps.Count} RUN steps may download what no lock holds: {string.Join(", ", open.Select(x => x.Place))}";
    }

    static string Short(Digest digest) => $"{digest.Algorithm}:{digest.Short}…";
}
