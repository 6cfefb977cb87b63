using Kiln.Commits;

namespace Kiln.Caching.Backends;

/// <summary>
/// In the image itself: only the steps of its last stage, and no service needed. Read from the image that was pushed with the tag of the
/// branch or of the pull request, so it needs <see cref="ImageTag.Branch"/> and <see cref="ImageTag.PullRequest"/> among the image's tags.
/// </summary>
public sealed record InlineCache(RegistryNamespace PushedTo) : CacheBackend
{
    /// <inheritdoc />
    public override string Title => $"the images in {PushedTo}";

    /// <inheritdoc />
    public override string Type => "inline";

    internal ImageReference Locate(CacheScope scope, string reference) =>
        PushedTo.Image(scope.Image).WithTag(RefTag.OfCacheRef(reference));

    // What is written into an image is read as any image of a registry.
    internal override CacheEntry Read(CacheScope scope, string reference) =>
        Entry(("ref", Locate(scope, reference).ToString())) with { Type = "registry" };

    internal override CacheEntry Write(CacheScope scope, string reference) => Entry();
}
