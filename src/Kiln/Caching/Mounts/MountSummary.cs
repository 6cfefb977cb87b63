using Kiln.Reporting;

namespace Kiln.Caching.Mounts;

/// <summary>What was carried, for people.</summary>
static class MountSummary
{
    /// <summary>One line for each image whose mounts were filled or kept.</summary>
    internal static IEnumerable<string> Lines(
        IEnumerable<MountReport> reports, IReadOnlyDictionary<string, CacheMounts> mounts, TimeSpan time) =>
        from report in reports
        where report.Deed is "seeded" or "packed"
        group report by (report.Image, report.Deed) into done
        select $"Mounts    {done.Key.Image}: {done.Count()} of {mounts[done.Key.Image].Mounts.Count} "
            + $"{(done.Key.Deed == "packed" ? "kept" : "filled from the cache")}, "
            + $"{HumanUnits.Size(done.Sum(x => x.Size))}, {HumanUnits.Duration(time)}";

    /// <summary>What is too large to be kept.</summary>
    internal static IEnumerable<string> Warnings(
        IEnumerable<MountReport> reports, IReadOnlyDictionary<string, CacheMounts> mounts, long maximumSize) =>
        reports.Where(x => x.Deed == "too-large").Select(x =>
            $"{ErrorCodes.MountTooLarge}: {x.Image}: the cache mount '{mounts[x.Image].Mounts[x.Index].Id}' holds {HumanUnits.Size(x.Size)} "
            + $"and is not kept: together with those before it that is more than the {HumanUnits.Size(maximumSize)} of this build (MountPersistence.UpTo)");
}
