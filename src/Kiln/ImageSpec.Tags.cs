using Kiln.Primitives;

namespace Kiln;

public sealed partial record ImageSpec
{
    /// <summary>
    /// Tags instead of the commit's, such as <c>[ImageTag.Commit, ImageTag.Branch, ImageTag.Version, "latest"]</c>; <c>latest</c> must
    /// be asked for here. Default: none, the commit names the tag.
    /// </summary>
    public ValueList<ImageTag> Tags { get; init; }

    /// <summary>
    /// Which texts among the tags may be moved to another digest, such as <c>latest</c>. Branches, pull requests and the shorter
    /// forms of a version always may; commits and whole versions never. Default: none.
    /// </summary>
    public ValueList<string> MutableTags { get; init; }
}
