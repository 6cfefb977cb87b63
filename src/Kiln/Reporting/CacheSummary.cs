using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Reporting;

/// <summary>What a build will read from and write to its caches, and why not, in lines for people, before it builds.</summary>
public static class CacheSummary
{
    /// <summary>One line for each backend.</summary>
    public static IEnumerable<string> Lines(CachePlan plan, ValueList<ImageSpec> images) =>
        plan.Findings.Select(x => $"Cache     {x.Backend.Title}: {Reads(plan, x, images)}; {Writes(plan, x)}");

    static string Reads(CachePlan plan, CacheFinding finding, ValueList<ImageSpec> images)
    {
        if (finding.NotReadSince is { } reason)
            return $"reads nothing, {reason}";
        if (finding.Backend.KnowsRefs)
            return $"reads {plan.Run.Refs.Own} and what GitHub lets it see";
        var found = images.Select(CacheScope.Of)
            .Count(x => plan.ReadsOf(finding.Backend, x).Any(y => !finding.Absent.Contains(y)));
        var refs = string.Join(", ", plan.Run.Refs.ToRead);
        return finding.Absent.Count == 0
            ? $"reads {refs}"
            : found == 0
                ? $"reads nothing, there is nothing of {refs} yet"
                : $"reads {refs}, which {found} of {images.Count} images are in";
    }

    static string Writes(CachePlan plan, CacheFinding finding) => finding.NotWrittenSince is { } reason
        ? $"writes nothing, {reason}"
        : $"writes {plan.Run.Refs.Own}";
}
