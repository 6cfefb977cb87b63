using Kiln.Commits;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Pushing;
using Kiln.Pushing.Outputs;

namespace Kiln.Promoting;

/// <summary>Gives images that were pushed before other tags, or copies them to other registries, by digest and without a build.</summary>
public static class ImagePromoter
{
    /// <summary>
    /// Promotes every image to every registry. KILN1032 where it is not said what is promoted or as what; what the registries refuse is refused
    /// image by image, tags last.
    /// </summary>
    public static async Task<ValueList<PublishedImage>> PromoteAsync(PromoteRequest request, CancellationToken cancellationToken)
    {
        if (request.Tags.Count == 0)
            throw Unclear("It is not said which tags the promoted images get: name them by --promote-tags, for example '--promote-tags 1.4.2 latest'.");
        foreach (var problem in request.Tags.Select(ReferenceGrammar.TagProblem).OfType<string>())
            throw new KilnException(ErrorCodes.InvalidImageReference, $"Images cannot be promoted so: {problem}.");
        var sources = request.Images.Select(x => (Image: x, Place: SourceOf(request, x))).ToArray();
        using var client = new RegistryClient(request.Access);
        var copier = new ImageCopier(client, Path.Combine(request.Folders.Temporary, "promote"));
        var promoted = new List<PublishedImage>();
        foreach (var registry in request.To)
        {
            foreach (var (image, source) in sources)
            {
                var policy = TagPolicy.AllowMovesOf(image.MutableTags);
                var place = await copier.CopyAsync(source, registry.Image(image.Name), request.Tags, policy, cancellationToken);
                promoted.Add(new PublishedImage(image.Name, place));
            }
        }

        PushOutputs.Write(request.Folders.Images, request.GitHubOutput, promoted);
        return promoted.ToValueList();
    }

    static ImageReference SourceOf(PromoteRequest request, ImageSpec image)
    {
        var repository = request.From.Image(image.Name);
        if (Digest.TryParse(request.Source, out var digest))
        {
            return request.Images.Count == 1
                ? repository.WithDigest(digest)
                : throw Unclear($"The digest {digest} is one image's, and {request.Images.Count} would be promoted by it: name the one by --only-images.");
        }

        if ((request.Source ?? TagOf(request.Commit)) is { } tag)
            return repository.WithTag(tag);
        throw Unclear("It is not said what is promoted, and there is no commit to take the tag from: name a tag or a digest by --promote-from.");
    }

    // As Push tags by default.
    static string? TagOf(SourceCommit? commit) => commit is null ? null : commit.ShortHash + (commit.IsDirty ? TagPlan.DirtySuffix : "");

    static KilnException Unclear(string message) => new(ErrorCodes.PromotionUnclear, message);
}
