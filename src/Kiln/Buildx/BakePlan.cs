using Kiln.Images;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>From images to bake's targets: the same request always gives the same file.</summary>
static class BakePlan
{
    /// <summary>One target an image, and one more for a named single stage.</summary>
    internal static ILookup<ImageSpec, BakeTarget> Targets(BuildRequest request, ImageGraph graph) => request.Images
        .SelectMany(x => TargetsOf(request, graph, x).Select(y => (Image: x, Target: y)))
        .ToLookup(x => x.Image, x => x.Target);

    static IEnumerable<BakeTarget> TargetsOf(BuildRequest request, ImageGraph graph, ImageSpec image)
    {
        yield return Target(request, graph, image);
        if (image.SingleStage is not null)
            yield return SingleStageTarget(request, graph, image);
    }

    /// <summary>
    /// Bake's grammar for names knows neither dots nor slashes; capitals cannot stand in an image's name, so nothing
    /// collides.
    /// </summary>
    internal static string NameOf(ImageSpec image) => image.Name.Replace(".", "-DOT-").Replace("/", "-SLASH-");

    internal static string SingleStageNameOf(ImageSpec image) => NameOf(image) + "-SINGLE-STAGE";

    static BakeTarget Target(BuildRequest request, ImageGraph graph, ImageSpec image)
    {
        var facts = CommitLabels.Of(request.Commit);
        return new BakeTarget(NameOf(image))
        {
            Context = request.Folders.ContextOf(image),
            Dockerfile = request.Folders.DockerfileOf(image),
            DockerfileName = image.DockerfileName(),
            ImageName = image.Name,
            LayoutFolder = request.Folders.NewLayoutOf(NameOf(image)),
            Contexts = ContextsOf(request, graph, image),
            Stage = image.Stage,
            Platforms = image.Platforms,
            Args = image.BuildArgs,
            Labels = [.. facts, .. image.Labels],
            Annotations = [.. facts, .. image.Annotations],
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
    static BakeTarget SingleStageTarget(BuildRequest request, ImageGraph graph, ImageSpec image) => Target(request, graph, image) with
    {
        Name = SingleStageNameOf(image),
        LayoutFolder = request.Folders.NewLayoutOf(SingleStageNameOf(image)),
        Stage = image.SingleStage,
        Platforms = [image.Platforms[0]],
        Labels = [],
        Annotations = [],
        IsReproducible = false,
    };

    static ValueMap<string> ContextsOf(BuildRequest request, ImageGraph graph, ImageSpec image) => graph.UsesOf(image)
        .Select(x => x.Name).Distinct()
        .Select(x => KeyValuePair.Create(x, ContextOf(request, image, x)))
        .ToValueMap();

    // Another image by target, not by layout: then BuildKit solves both as one graph, and builds nothing twice. A layout by what
    // it holds now, since buildx would look for a tag.
    static string ContextOf(BuildRequest request, ImageSpec image, string name) => image.NamedContexts.GetValueOrDefault(name) switch
    {
        BuildContext.Folder folder => request.Folders.ContextOf(SentFolder.Of(folder)),
        BuildContext.Image { Reference: var reference } => $"docker-image://{reference}",
        BuildContext.Layout { Path: var path } => $"{BakeTarget.LayoutScheme}{path}@{OciLayout.Open(path).Root.Digest}",
        _ => $"target:{NameOf(request.Images.Single(x => x.Name == ImageGraph.BaseOf(image, name)))}",
    };

    // An engine without a bridge runs no step at all unless it gets the host's network.
    static BuildNetwork NetworkOf(ContainerEngine engine, ImageSpec image) =>
        image.Network == BuildNetwork.Default && engine.LacksBridge ? BuildNetwork.Host : image.Network;
}
