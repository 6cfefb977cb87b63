using Kiln.Caching.Backends;
using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>What a build asks of its builder.</summary>
public sealed record BuilderNeeds
{
    /// <summary>The caches that are read or written. Default: none beside the builder's own.</summary>
    public ValueList<CacheBackend> Caches { get; init; }

    /// <summary>Whether a cache that cannot be used ends the build. Default: no.</summary>
    public bool CachesAreRequired { get; init; }

    /// <summary>What steps ask for, each with the image's name. Default: nothing.</summary>
    public ValueList<(string Image, Entitlement Entitlement)> Entitlements { get; init; }

    /// <summary>Steps that run programs of a platform. Default: none.</summary>
    public ValueList<PlatformStep> Steps { get; init; }

    /// <summary>What a whole request asks for; steps only where their platform is none of the builder's.</summary>
    internal static BuilderNeeds Of(BuildRequest request) => new()
    {
        Caches = request.Caches.Findings.Where(x => x.NotReadSince is null || x.NotWrittenSince is null).Select(x => x.Backend).ToValueList(),
        CachesAreRequired = request.Caches.IsRequired,
        Entitlements = EntitlementsOf(request.Images),
        Steps = StepsOf(request).ToValueList(),
    };

    /// <summary>What is known before any cache was tried out.</summary>
    public static BuilderNeeds Of(ValueList<ImageSpec> images, ValueList<CacheBackend> caches) =>
        new() { Caches = caches, Entitlements = EntitlementsOf(images) };

    static ValueList<(string Image, Entitlement Entitlement)> EntitlementsOf(ValueList<ImageSpec> images) => images
        .SelectMany(x => (x.Network == BuildNetwork.Host ? x.Entitlements.Prepend(Entitlement.HostNetwork) : x.Entitlements)
            .Distinct().Select(y => (x.Name, y)))
        .ToValueList();

    // Dockerfiles are read once more only where something may be found.
    static IEnumerable<PlatformStep> StepsOf(BuildRequest request)
    {
        var nodes = request.Engine.Builder.Nodes;
        foreach (var image in request.Images.Where(x => nodes.Count > 0 && !x.Platforms.All(y => nodes.Any(z => z.Runs(y)))))
        {
            var dockerfile = image.ParseDockerfile();
            var steps = ImageTargets.Of(image, dockerfile, request.Images, request.Engine.Platform)
                .SelectMany(x => TargetInputs.Of(dockerfile, x).RunSteps)
                .Select(x => new PlatformStep(image.Name, x.Line, x.Platform));
            foreach (var step in steps.Distinct())
                yield return step;
        }
    }
}

/// <summary>A <c>RUN</c> step.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Line">Where it stands in its Dockerfile, counted from 1.</param>
/// <param name="Platform">Whose programs it runs.</param>
public sealed record PlatformStep(string Image, int Line, Platform Platform);
