using System.Text.RegularExpressions;
using Kiln.Buildx.Progress;
using Kiln.Caching;

namespace Kiln.Buildx;

/// <summary>
/// What a cache handed out was cut short, changed, or gone since it was looked up. BuildKit then fails the whole solve,
/// and blames the step that needed the bytes, or the exporter.
/// </summary>
static partial class CacheDamage
{
    /// <summary>BuildKit's words for it; null where the solve failed for something else.</summary>
    internal static string? In(BuildLog log, BakeDefinition definition) =>
        log.Failed is { } step && definition.Targets.Any(x => x.CacheFrom.Count > 0)
        && !step.Error.Contains("did not complete successfully", StringComparison.Ordinal) && Sign().IsMatch(step.Error)
            ? string.Join(", ", step.Error.Split('\n').Where(x => x.Length > 0 && x[0] is not ('-' or '<')))
            : null;

    internal static KilnException Failure(string words) => new(
        ErrorCodes.CacheDamaged,
        $"The cache is required, and what it handed out cannot be used: {words}. Delete its entries, or run without "
        + "'--cache-required': then everything is built once more without reading it.");

    /// <summary>The same plan without reading any cache but the builder's own.</summary>
    internal static CachePlan WithoutReading(CachePlan plan) => plan with
    {
        Findings = [.. plan.Findings.Select(x => x with { NotReadSince = "what it handed out is damaged" })],
    };

    // Where a layer is copied to the builder: moby/buildkit util/contentutil, containerd core/content, plugins/content.
    [GeneratedRegex("failed to copy: |short read: expected|unexpected commit digest|failed size validation")]
    private static partial Regex Sign();
}
