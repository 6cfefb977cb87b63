using Kiln.Commits;

namespace Kiln.Pushing;

/// <summary>What an image's tags mean in one run. What moves by nature and what never does is decided here.</summary>
sealed class TagResolution(ImageSpec image, SourceCommit? commit, HostedReference? host)
{
    // What the commit, its branch or its version name shall not be taken for what was committed.
    string Suffix => commit is { IsDirty: true } ? TagPlan.DirtySuffix : "";

    // The host knows what it runs for; without one git is asked.
    string? BranchName => host is null ? commit?.Branch : host.Branch;

    IEnumerable<string> GitTags => host is null ? commit?.Tags ?? [] : host.Tag is { } tag ? [tag] : [];

    internal IEnumerable<PlannedTag> Of(ImageTag tag) => tag switch
    {
        ImageTag.Text { Value: var text } => [new PlannedTag(text, image.MutableTags.Contains(text))],
        ImageTag.OfCommit => commit is null ? [] : [Fixed(commit.ShortHash)],
        ImageTag.OfBranch => BranchName is { } name ? [OfBranch(name)] : [],
        ImageTag.OfPullRequest => host?.PullRequest is { } number ? [new PlannedTag($"pr-{number}{Suffix}", true)] : [],
        ImageTag.OfGitTag => VersionOfGit() is { } version ? OfVersion(version) : [],
        ImageTag.Given { Value: var version } => OfVersion(version),
        _ => throw new InvalidOperationException($"{tag} is no tag."),
    };

    PlannedTag Fixed(string name) => new(name + Suffix, Suffix.Length > 0);

    PlannedTag OfBranch(string name)
    {
        var tag = RefTag.Of(name, Suffix);
        return new PlannedTag(tag, true)
        {
            Note = tag == name + Suffix ? null : $"The tag '{tag}' stands for the branch '{name}'; a branch of that very name would share it",
        };
    }

    // Uncommitted changes are no newer 1.4.
    IEnumerable<PlannedTag> OfVersion(SemanticVersion version) => Suffix.Length > 0
        ? [Fixed(version.Tag)]
        : [Fixed(version.Tag), .. version.ShorterTags.Select(x => new PlannedTag(x, true))];

    // Other tags may lie at a commit too; only what begins like a version is taken for one, and must then be one.
    SemanticVersion? VersionOfGit()
    {
        var versions = GitTags.Where(x => x.TrimStart('v') is [var first, ..] && char.IsAsciiDigit(first)).Select(Parse).ToArray();
        return versions.Length < 2 ? versions.FirstOrDefault() : throw new KilnException(
            ErrorCodes.VersionInvalid,
            $"Image '{image.Name}' is tagged with the version, and the commit has several: {string.Join(", ", versions.Select(x => $"'{x}'"))}. "
            + "Give one with ImageTag.OfVersion, or with --image-tags.");
    }

    SemanticVersion Parse(string tag) => SemanticVersion.TryParse(tag) ?? throw new KilnException(
        ErrorCodes.VersionInvalid,
        $"Image '{image.Name}' is tagged with the version, and the git tag '{tag}' is no semantic version. "
        + "Tag the commit as in v1.4.2 or v1.4.2-rc.1, or give a version with ImageTag.OfVersion.");
}
