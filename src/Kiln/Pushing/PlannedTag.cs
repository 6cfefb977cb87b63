namespace Kiln.Pushing;

/// <summary>A tag, and whether it may be moved from another digest.</summary>
public sealed record PlannedTag(string Name, bool IsMutable);
