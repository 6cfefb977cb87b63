using Kiln.Buildx.Progress;
using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Reporting;

/// <summary>What a build will read from and write to its caches, and why not, in lines for people, before it builds.</summary>
public static class CacheSummary
{
    /// <summary>One line for each backend, or why there is none where one may be missed.</summary>
    public static IEnumerable<string> Lines(CachePlan plan, ValueList<ImageSpec> images) => plan is { Findings.Count: 0, MissingSince: { } reason }
        ? [$"Cache     only what the builder keeps: {reason}"]
        : plan.Findings.Select(x => $"Cache     {x.Backend.Title}: {Uses(plan, x, images)}");

    /// <summary>What failed while the images were built, in BuildKit's words.</summary>
    public static IEnumerable<string> Troubles(BuildLog log) => log.BrokenTransfers.Select(x =>
        $"Cache: '{x.Instruction}'{(x.Place.Length > 0 ? $" of {x.Place}" : "")} failed, and the build went on without it: {Explained(x.Error)}");

    // GitHub's reason gets lost on the way: the client only says that it got no place to write to.
    static string Explained(string error) => error.Contains("failed to reserve cache", StringComparison.Ordinal)
        ? $"{error} (GitHub gave no place to write to: the run's token may only read, or the cache is full)"
        : error;

    static string Uses(CachePlan plan, CacheFinding finding, ValueList<ImageSpec> images) =>
        finding.NotReadSince is { } reason && reason == finding.NotWrittenSince
            ? $"neither read nor written, {reason}"
            : $"{Reads(plan, finding, images)}; {Writes(plan, finding)}";

    static string Reads(CachePlan plan, CacheFinding finding, ValueList<ImageSpec> images)
    {
        if (finding.NotReadSince is { } reason)
            return $"reads nothing, {reason}";
        if (finding.Backend.KnowsRefs)
            return $"reads {string.Join(", ", plan.Run.Runtime.Readable)}";
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
        : $"writes {(finding.Backend.KnowsRefs ? string.Join(", ", plan.Run.Runtime.Writable) : plan.Run.Refs.Own)}"
            + (plan.Run.TellsOrigin ? "" : " (this CI host does not tell whose code it runs)");
}
