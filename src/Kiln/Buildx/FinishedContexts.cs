using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>
/// Images that are finished stand in later solves as layouts: their steps are in them no more, nor in the caches that those write.
/// For where two ways lead to one step, BuildKit may lose one of them when it reads the cache back
/// (cache/remotecache/v1/cachestorage.go, <c>addItemToStorage</c>; decision 0061).
/// </summary>
static class FinishedContexts
{
    /// <summary>
    /// The targets, made from layouts where they can be. What an image starts from stays a target: BuildKit rewrites no layer of a
    /// layout, and so leaves out the mark that it did, which is part of the digest.
    /// </summary>
    internal static ILookup<ImageSpec, BakeTarget> Of(
        BuildRequest request, ILookup<ImageSpec, BakeTarget> targets, IReadOnlyCollection<BuiltImage> finished)
    {
        var layouts = finished
            .SelectMany(x => targets[x.Image].Select(y => (y.Name, Layout: $"{BakeTarget.LayoutScheme}{x.LayoutFolder}@{x.Receipt.Digest}")))
            .ToDictionary(x => BakeTarget.TargetScheme + x.Name, x => x.Layout);
        return targets
            .SelectMany(x => x.Select(y => (Image: x.Key, Target: y with { Contexts = ContextsOf(request, x.Key, y, layouts) })))
            .ToLookup(x => x.Image, x => x.Target);
    }

    static ValueMap<string> ContextsOf(BuildRequest request, ImageSpec image, BakeTarget target, Dictionary<string, string> layouts)
    {
        if (!target.Contexts.Values.Any(layouts.ContainsKey) || StartsOf(request, image) is not { } starts)
            return target.Contexts;
        return target.Contexts
            .Select(x => KeyValuePair.Create(x.Key, starts.Contains(x.Key) ? x.Value : layouts.GetValueOrDefault(x.Value, x.Value)))
            .ToValueMap();
    }

    // Another one on each platform, it may be; null where the Dockerfile does not tell.
    static HashSet<string>? StartsOf(BuildRequest request, ImageSpec image)
    {
        var dockerfile = image.ParseDockerfile();
        var origins = ImageTargets.Of(image, dockerfile, request.Images, request.Engine.Platform)
            .Select(x => ImageOrigin.Of(dockerfile, x)).ToArray();
        return origins.Contains(null) ? null : [.. origins.Select(x => x!.Base).OfType<string>()];
    }
}
