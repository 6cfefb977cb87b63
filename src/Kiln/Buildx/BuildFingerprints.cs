using System.Text;
using Kiln.Contexts;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>
/// All that an image's digest depends on, as one digest: its targets with arguments, labels and platforms, the Dockerfile, the
/// context, what may be fetched, the builder, the images that it is made from, and the Kiln that prepares all of it.
/// </summary>
sealed class BuildFingerprints(
    BuildRequest request, ImageGraph graph, ILookup<ImageSpec, BakeTarget> targets, IReadOnlyDictionary<SentFolder, StagedContext> contexts)
{
    readonly Dictionary<string, Digest> _known = [];

    internal Digest Of(ImageSpec image)
    {
        if (_known.TryGetValue(image.Name, out var known))
            return known;
        string[] parts =
        [
            new BakeDefinition([.. targets[image]]).ToJson(),
            image.ReadDockerfile(),
            .. SentFolder.AllOf(image, graph).Select(x => contexts[x.Folder].Listing.ToString()),
            request.Policy.ToJson(),
            $"{KilnVersion.Text} {request.Engine.Origin} {request.Engine.Platform} {request.Engine.EngineVersion} {request.Engine.BuildxVersion} {request.Engine.Builder.Identity}",
            .. graph.BasesOf(image).Select(x => Of(request.Images.Single(y => y.Name == x)).ToString()),
        ];
        return _known[image.Name] = Digest.OfBytes(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
    }
}
