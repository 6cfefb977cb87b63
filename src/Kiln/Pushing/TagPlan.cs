using Kiln.Commits;
using Kiln.Primitives;

namespace Kiln.Pushing;

/// <summary>Which tags an image gets, by rules that need no registry.</summary>
public static class TagPlan
{
    /// <summary>What is added to the tags that a commit names when the tree had changes beside it.</summary>
    public const string DirtySuffix = "-dirty";

    /// <summary>
    /// Tags given for the run win over the image's own, those over the commit's. KILN1006 when there is none of the three,
    /// KILN1007 when a dirty tree would become <c>latest</c>, KILN1012 for what cannot be a tag, KILN1019 for a git tag that should
    /// be a version and is none, KILN1020 when two tags of different kinds would be one.
    /// </summary>
    /// <param name="image">What is tagged.</param>
    /// <param name="commit">The commit, or null outside of a repository.</param>
    /// <param name="given">Tags for this run, as they are.</param>
    /// <param name="host">What a CI host runs for, or null on a laptop, where git is asked.</param>
    public static ValueList<PlannedTag> For(ImageSpec image, SourceCommit? commit, ValueList<string> given, HostedReference? host = null)
    {
        var resolution = new TagResolution(image, commit, host);
        var wanted = given.Count > 0 ? given.Select(ImageTag.OfText).ToValueList() : image.Tags;
        var origins = wanted.SelectMany(x => resolution.Of(x).Select(y => (Origin: x, Tag: y))).ToArray();
        if (origins.Length == 0)
            origins = [.. resolution.Of(ImageTag.Commit).Select(x => (ImageTag.Commit, x))];
        if (origins.Length == 0)
            throw Missing(image);
        Require(image, commit, origins);
        return origins.Select(x => x.Tag).DistinctBy(x => x.Name).ToValueList();
    }

    static void Require(ImageSpec image, SourceCommit? commit, (ImageTag Origin, PlannedTag Tag)[] origins)
    {
        if (origins.Select(x => ReferenceGrammar.TagProblem(x.Tag.Name)).FirstOrDefault(x => x is not null) is { } problem)
            throw new KilnException(ErrorCodes.InvalidImageReference, $"Image '{image.Name}' cannot be tagged so: {problem}.");
        if (commit is { IsDirty: true } && origins.Any(x => x.Tag.Name == "latest"))
        {
            throw new KilnException(
                ErrorCodes.LatestOfDirtyTree,
                $"Image '{image.Name}' would be tagged 'latest', and the tree has uncommitted changes. Commit them, or leave that tag out.");
        }

        if (ProblemsOf(image, origins).ToArray() is { Length: > 0 } collisions)
            throw new KilnException(ErrorCodes.TagsCollide, string.Join('\n', collisions));
    }

    static IEnumerable<string> ProblemsOf(ImageSpec image, (ImageTag Origin, PlannedTag Tag)[] origins)
    {
        foreach (var same in origins.GroupBy(x => x.Tag.Name).Where(x => x.Select(y => y.Tag.IsMutable).Distinct().Count() > 1))
        {
            yield return $"Image '{image.Name}' would get the tag '{same.Key}' twice, once to be moved and once never: by "
                + $"{string.Join(" and by ", same.Select(x => x.Origin).Distinct())}. Leave one of them out, or rename the branch.";
        }

        if (!image.Tags.Any(x => x is ImageTag.OfGitTag or ImageTag.Given))
            yield break;
        foreach (var (_, branch) in origins.Where(x => x.Origin is ImageTag.OfBranch && RefTag.LooksLikeVersion(x.Tag.Name)))
        {
            yield return $"Image '{image.Name}' is tagged with versions, and its branch's tag '{branch.Name}' looks like one and moves with the branch. "
                + "Rename the branch, or leave ImageTag.Branch out.";
        }

        foreach (var (_, version) in origins.Where(x => x.Origin is ImageTag.OfGitTag or ImageTag.Given && image.MutableTags.Contains(x.Tag.Name) && !x.Tag.IsMutable))
        {
            yield return $"Image '{image.Name}' lets its tag '{version.Name}' be moved, which is a whole version and never moves. "
                + "Take it out of MutableTags, or publish another version.";
        }
    }

    static KilnException Missing(ImageSpec image) => new(
        ErrorCodes.TagMissing,
        $"Image '{image.Name}' has no tag: this is not a git repository with a commit, so there is none to name it after. " +
        "Give one with --image-tags, or as Tags where the image is described.");
}
