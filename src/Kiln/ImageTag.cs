namespace Kiln;

/// <summary>
/// What an image is tagged with: a text of your own, or a name that is taken from the run. What does not apply to a run, such as
/// a pull request's number on a branch, is left out of it; where nothing is left, the commit names the image.
/// </summary>
public abstract record ImageTag
{
    ImageTag() { }

    /// <summary>The commit's first twelve hexadecimal digits; the tag of an image that names none.</summary>
    public static ImageTag Commit { get; } = new OfCommit();

    /// <summary>
    /// The branch, <c>feature/x</c> as <c>feature-x</c>; it moves with the branch. Not in a pull request: its author may call a
    /// branch <c>main</c>.
    /// </summary>
    public static ImageTag Branch { get; } = new OfBranch();

    /// <summary><c>pr-12</c> for a pull or merge request; it moves with the request.</summary>
    public static ImageTag PullRequest { get; } = new OfPullRequest();

    /// <summary>
    /// The version that the git tag says: <c>v1.4.2</c> gives <c>1.4.2</c>, which never moves, and <c>1.4</c> and <c>1</c>, which do.
    /// </summary>
    public static ImageTag Version { get; } = new OfGitTag();

    /// <summary>The same for a version that is given; KILN1019 when it is no semantic version.</summary>
    public static ImageTag OfVersion(string version) => new Given(SemanticVersion.Parse(version));

    /// <summary>A text of your own, as it is.</summary>
    public static ImageTag OfText(string text) => new Text(text);

    /// <summary>So that <c>Tags = ["latest"]</c> can be written.</summary>
    public static implicit operator ImageTag(string text) => OfText(text);

    /// <summary>See <see cref="Commit"/>.</summary>
    public sealed record OfCommit : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => "commit";
    }

    /// <summary>See <see cref="Branch"/>.</summary>
    public sealed record OfBranch : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => "branch";
    }

    /// <summary>See <see cref="PullRequest"/>.</summary>
    public sealed record OfPullRequest : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => "pull-request";
    }

    /// <summary>See <see cref="Version"/>.</summary>
    public sealed record OfGitTag : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => "version";
    }

    /// <summary>See <see cref="OfVersion"/>.</summary>
    public sealed record Given(SemanticVersion Value) : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => $"version {Value}";
    }

    /// <summary>See <see cref="OfText"/>.</summary>
    public sealed record Text(string Value) : ImageTag
    {
        /// <inheritdoc />
        public override string ToString() => $"'{Value}'";
    }
}
