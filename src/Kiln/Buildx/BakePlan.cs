using Kiln.Images;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>From images to bake's targets: the same request always gives the same file.</summary>
static class BakePlan
{
    /// <summary>One target an image, and one more for a named single stage and for a test stage each.</summary>
    internal static ILookup<ImageSpec, BakeTarget> Targets(BuildRequest request, ImageGraph graph) => request.Images
        .SelectMany(x => TargetsOf(request, graph, x).Select(y => (Image: x, Target: y)))
        .ToLookup(x => x.Image, x => x.Target);

    static IEnumerable<BakeTarget> TargetsOf(BuildRequest request, ImageGraph graph, ImageSpec image)
    {
        if (PlatformTargets.IsSplit(request.Engine, image))
        {
            foreach (var platform in image.Platforms)
                yield return Target(request, graph, image, PlatformTargets.NameOf(image, platform), platform);
        }
        else
        {
            yield return Target(request, graph, image, NameOf(image));
        }

        if (image.SingleStage is not null)
            yield return SingleStageTarget(request, graph, image);
        if (image.TestStage is not null)
            yield return TestTarget(request, graph, image);
    }

    /// <summary>
    /// Bake's grammar for names knows neither dots nor slashes; capitals cannot stand in an image's name, so nothing
    /// collides.
    /// </summary>
    internal static string NameOf(ImageSpec image) => image.Name.Replace(".", "-DOT-").Replace("/", "-SLASH-");

    /// <summary>Whether a target makes the image, or its part for a platform, and no stage beside it.</summary>
    internal static bool MakesImage(ImageSpec image, BakeTarget target) => target.Name == NameOf(image) || PlatformTargets.IsPart(image, target);

    internal static string SingleStageNameOf(ImageSpec image) => NameOf(image) + "-SINGLE-STAGE";

    internal static string TestNameOf(ImageSpec image) => NameOf(image) + "-TEST";

    // For all of the image's platforms unless one is named.
    static BakeTarget Target(BuildRequest request, ImageGraph graph, ImageSpec image, string name, Platform? only = null)
    {
        return new BakeTarget(name)
        {
            Context = request.Folders.ContextOf(image),
            Dockerfile = request.Folders.DockerfileOf(image),
            DockerfileName = image.DockerfileName(),
            ImageName = image.Name,
            LayoutFolder = request.Folders.NewLayoutOf(name),
            Contexts = ContextsOf(request, graph, image, only),
            Stage = image.Stage,
            Platforms = only is null ? image.Platforms : [only],
            Args = image.BuildArgs,
            Labels = [.. CommitLabels.Of(request.Commit), .. image.Labels],
            Annotations = CommitLabels.AnnotationsOf(image, request.Commit),
            Secrets = image.Secrets,
            Ssh = image.Ssh,
            ExtraHosts = image.ExtraHosts,
            SharedMemory = image.SharedMemory,
            ProcessLimits = image.ProcessLimits,
            UncachedStages = image.UncachedStages,
            Entitlements = image.Entitlements,
            HiddenArgs = request.Proxy.Arguments.Keys.ToValueList(),
            Extra = image.Extra,
            Network = NetworkOf(request.Engine, image),
        };
    }

    // Measured, not shipped: one platform, and its layers' time stamps do not matter.
    static BakeTarget SingleStageTarget(BuildRequest request, ImageGraph graph, ImageSpec image) =>
        Target(request, graph, image, SingleStageNameOf(image), image.Platforms[0]) with
        {
            Stage = image.SingleStage,
            Labels = [],
            Annotations = [],
            IsReproducible = false,
        };

    // Built for whether it can be; what it makes is nobody's.
    static BakeTarget TestTarget(BuildRequest request, ImageGraph graph, ImageSpec image) =>
        Target(request, graph, image, TestNameOf(image), image.Platforms[0]) with
        {
            Stage = image.TestStage,
            LayoutFolder = null,
            Labels = [],
            Annotations = [],
            IsReproducible = false,
        };

    static ValueMap<string> ContextsOf(BuildRequest request, ImageGraph graph, ImageSpec image, Platform? only) => graph.UsesOf(image)
        .GroupBy(x => x.Name, x => x.Platform)
        .Select(x => KeyValuePair.Create(x.Key, ContextOf(request, image, x.Key, only, x)))
        .ToValueMap();

    // Another image by target, not by layout: then BuildKit solves both as one graph, and builds nothing twice. A layout by what
    // it holds now, since buildx would look for a tag.
    static string ContextOf(BuildRequest request, ImageSpec image, string name, Platform? only, IEnumerable<Platform> uses) => image.NamedContexts.GetValueOrDefault(name) switch
    {
        BuildContext.Folder folder => request.Folders.ContextOf(SentFolder.Of(folder)),
        BuildContext.Image { Reference: var reference } => $"docker-image://{reference}",
        BuildContext.Layout { Path: var path } => $"{BakeTarget.LayoutScheme}{path}@{OciLayout.Open(path).Root.Digest}",
        _ => $"target:{PlatformTargets.NameFor(request.Engine, request.Images.Single(x => x.Name == ImageGraph.BaseOf(image, name)), only, uses)}",
    };

    // An engine without a bridge runs no step at all unless it gets the host's network.
    static BuildNetwork NetworkOf(ContainerEngine engine, ImageSpec image) =>
        image.Network == BuildNetwork.Default && engine.LacksBridge ? BuildNetwork.Host : image.Network;
}
