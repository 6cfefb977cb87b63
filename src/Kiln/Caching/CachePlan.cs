using Kiln.Caching.Backends;
using Kiln.Primitives;

namespace Kiln.Caching;

/// <summary>What a build reads from and writes to its caches: the policy, applied to one run.</summary>
public sealed record CachePlan
{
    /// <summary>Nothing beside what the builder keeps.</summary>
    public static CachePlan None { get; } = new() { Run = new CacheRun(CacheHost.Other, new CacheRefs("local")) };

    /// <summary>The run.</summary>
    public required CacheRun Run { get; init; }

    /// <summary>One for each backend. Default: none.</summary>
    public ValueList<CacheFinding> Findings { get; init; }

    /// <summary>Why there is no backend, as a clause, where somebody may miss one. Default: null, nobody does.</summary>
    public string? MissingSince { get; init; }

    /// <summary>Whether a cache that fails, fails the build. Default: no, it is reported.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The plan before anything was tried out; KILN1029 where two images would write to one place.</summary>
    public static CachePlan Of(CachePolicy policy, CacheRun run, ValueList<ImageSpec> images)
    {
        var plan = new CachePlan
        {
            Run = run,
            Findings = policy.BackendsIn(run)
                .Select(x => new CacheFinding(x) { NotWrittenSince = run.Distrust, IsReadOnlyByRule = run.Distrust is not null })
                .ToValueList(),
            MissingSince = policy.MissingIn(run),
        };
        RequireDistinct(plan, images);
        return plan;
    }

    /// <summary>What the target of an image reads and writes.</summary>
    public CacheUse UseOf(ImageSpec image) => UseOf(CacheScope.Of(image));

    internal CacheUse UseOf(CacheScope scope) => new()
    {
        From = Findings.Where(x => x.NotReadSince is null)
            .SelectMany(x => ReadsOf(x.Backend, scope).Where(y => !x.Absent.Contains(y)))
            .Distinct().ToValueList(),
        To = Findings.Where(x => x.NotWrittenSince is null)
            .Select(x => x.Backend.Write(scope, Run.Refs.Own))
            .OfType<CacheEntry>().Select(Tolerant).ToValueList(),
    };

    /// <summary>What a scope beside an image reads and writes, where it has a place of its own.</summary>
    internal CacheUse UseBeside(ImageSpec image, CacheScope scope)
    {
        var (layers, beside) = (UseOf(image), UseOf(scope));
        return new CacheUse { From = Fit(beside.From, layers.From), To = Fit(beside.To, layers.To) };
    }

    // An inline cache lies in an image, and there is none; a custom one that names no {platforms} would overwrite the layers.
    static ValueList<CacheEntry> Fit(ValueList<CacheEntry> beside, ValueList<CacheEntry> layers) =>
        beside.Where(x => x.Type != "inline" && !layers.Contains(x)).ToValueList();

    internal IEnumerable<CacheEntry> ReadsOf(CacheBackend backend, ValueList<ImageSpec> images) =>
        images.SelectMany(CacheScope.AllOf).SelectMany(x => ReadsOf(backend, x)).Distinct();

    internal IEnumerable<CacheEntry> ReadsOf(CacheBackend backend, CacheScope scope) =>
        (backend.KnowsRefs ? Run.Refs.ToRead.Take(1) : Run.Refs.ToRead)
        .Select(x => backend.Read(scope, x)).OfType<CacheEntry>();

    // An image that is built is worth more than a cache that is written; what failed is reported all the same.
    CacheEntry Tolerant(CacheEntry entry) => IsRequired || entry.Type == "inline" ? entry : entry.With("ignore-error", "true");

    // Only what users wrote themselves can collide.
    static void RequireDistinct(CachePlan plan, ValueList<ImageSpec> images)
    {
        var collisions = images
            .SelectMany(x => plan.UseOf(x).To.Where(y => y.Type != "inline").Select(y => (Image: x.Name, Entry: y.ToString())))
            .GroupBy(x => x.Entry)
            .Where(x => x.Count() > 1)
            .Select(x => $"{string.Join(" and ", x.Select(y => $"'{y.Image}'"))} would write one cache, '{x.Key}', and overwrite each other.")
            .ToArray();
        if (collisions.Length > 0)
        {
            throw new KilnException(
                ErrorCodes.CacheCollision,
                string.Join("\n", collisions) + " Name '{image}', '{platforms}' and '{ref}' where the cache is described.");
        }
    }
}
