using Kiln.Commits;
using Kiln.Primitives;

namespace Kiln.Pushing;

/// <summary>Which tags an image gets, by rules that need no registry.</summary>
public static class TagPlan
{
    /// <summary>What is added to a commit's tag when the tree had changes beside the commit.</summary>
    public const string DirtySuffix = "-dirty";

    /// <summary>
    /// Tags given for the run win over the image's own, those over the commit's. KILN1006 when there is none of the three,
    /// KILN1007 when a dirty tree would become <c>latest</c>, KILN1012 for what cannot be a tag.
    /// </summary>
    public static ValueList<PlannedTag> For(ImageSpec image, SourceCommit? commit, ValueList<string> given)
    {
        var tags = given.Count > 0 ? given : image.Tags.Count > 0 ? image.Tags : CommitTag(image, commit);
        if (tags.Select(ReferenceGrammar.TagProblem).FirstOrDefault(x => x is not null) is { } problem)
            throw new KilnException(ErrorCodes.InvalidImageReference, $"Image '{image.Name}' cannot be tagged so: {problem}.");
        if (commit is { IsDirty: true } && tags.Contains("latest"))
        {
            throw new KilnException(
                ErrorCodes.LatestOfDirtyTree,
                $"Image '{image.Name}' would be tagged 'latest', and the tree has uncommitted changes. Commit them, or leave that tag out.");
        }

        return tags.Distinct().Select(x => new PlannedTag(x, IsMutable(image, x))).ToValueList();
    }

    static ValueList<string> CommitTag(ImageSpec image, SourceCommit? commit) => commit is null
        ? throw new KilnException(
            ErrorCodes.TagMissing,
            $"Image '{image.Name}' has no tag: this is not a git repository with a commit, so there is none to name it after. " +
            "Give one with --image-tags, or as Tags where the image is described.")
        : [commit.ShortHash + (commit.IsDirty ? DirtySuffix : "")];

    // A dirty tree changes under its tag all the time; nobody may rely on it.
    static bool IsMutable(ImageSpec image, string tag) =>
        image.MutableTags.Contains(tag) || tag.EndsWith(DirtySuffix, StringComparison.Ordinal);
}
