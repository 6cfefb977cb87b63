using System.Globalization;

namespace Kiln.Buildx;

/// <summary>
/// The one time that every file in a built layer bears. It is the same for all commits: BuildKit moves later times back
/// to it but leaves earlier ones, so with the commit's time a layer that was cached before the commit would keep its own
/// times, and a warm builder would give another digest than an empty one. And it goes to the exporter only: as the build
/// argument <c>SOURCE_DATE_EPOCH</c> it would be part of every <c>WORKDIR</c>, and each commit would build all steps
/// again (docs/decisions/0004-one-time-for-all-files.md).
/// </summary>
public static class Reproducibility
{
    /// <summary>1980-01-01, the earliest time that zip archives can hold too.</summary>
    public static readonly DateTimeOffset FileTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static string Epoch => FileTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
