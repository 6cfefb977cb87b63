using Kiln.Primitives;

namespace Kiln.Oci.Registries;

/// <summary>What happens to a tag that exists with another digest.</summary>
public abstract record TagPolicy
{
    TagPolicy()
    {
    }

    /// <summary>Tags stay where they are; a push that would move one is KILN2011, before anything is sent.</summary>
    public static TagPolicy RefuseMoves { get; } = new Refusing();

    /// <summary>Any tag may move.</summary>
    public static TagPolicy AllowMoves { get; } = new Allowing();

    /// <summary>Only these tags may move, for example <c>latest</c>.</summary>
    public static TagPolicy AllowMovesOf(params IEnumerable<string> tags) => new AllowingOnly(tags.ToValueList());

    /// <summary>Whether a tag may be moved to another digest.</summary>
    public bool MayMove(string tag) => this switch
    {
        Allowing => true,
        AllowingOnly only => only.Tags.Contains(tag),
        _ => false,
    };

    sealed record Refusing : TagPolicy;

    sealed record Allowing : TagPolicy;

    sealed record AllowingOnly(ValueList<string> Tags) : TagPolicy;
}
