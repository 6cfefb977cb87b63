namespace Kiln.Pushing;

/// <summary>A tag, and whether it may be moved from another digest.</summary>
public sealed record PlannedTag(string Name, bool IsMutable)
{
    /// <summary>What people should know of it, such as the branch whose name had to be changed. Default: nothing.</summary>
    public string? Note { get; init; }
}
