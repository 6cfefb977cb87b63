using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.GitHub;
using Kiln.Caching.Preflight;
using Kiln.Oci.Registries.Credentials;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    CachePlan? _caches;

    /// <summary>What was found usable; nothing where Restore did not run.</summary>
    internal CachePlan Caches => _caches ?? CachePlan.None;

    async Task PlanCachesAsync(IRestoreInputs build, ValueList<ImageSpec> images)
    {
        if (HasAssembled)
            return; // nothing is built, so nothing is read or written, and the job was given no token for it
        var kept = PlatformTargets.CachedAs(Engine, images);
        var plan = CachePlan.Of(build.Cache, CacheRun(), kept) with { IsRequired = build.CacheRequired };
        _caches = await new CachePreflight { Credentials = Logins.Before(DockerCredentials.OfUser(_runner)) }.CheckAsync(plan, kept, CancellationToken.None);
        foreach (var line in CacheSummary.Lines(_caches, kept))
            _reporter.Information(line);
    }

    CacheRun CacheRun()
    {
        var environment = Variables;
        return Caching.CacheRun.Of(environment, Happened, Commit) with
        {
            Runtime = ActionsRuntime.Of(environment, DateTimeOffset.UtcNow),
        };
    }
}
