using Kiln.Primitives;

namespace Kiln.Commits;

/// <summary>The commit that a checkout stands at, as git tells it.</summary>
public sealed record SourceCommit
{
    /// <summary>The full hash, 40 or 64 hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was committed; image time stamps are set to it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether files differ from the commit, untracked ones included, ignored ones not.</summary>
    public bool IsDirty { get; init; }

    /// <summary>The branch, or null when the checkout is detached, as on most CI hosts.</summary>
    public string? Branch { get; init; }

    /// <summary>The tags that point at it, sorted.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Where it was cloned from (the remote <c>origin</c>), without user and password; null when there is none.</summary>
    public string? RemoteUrl { get; init; }

    /// <summary>The first 12 hex digits: what images are tagged with.</summary>
    public string ShortHash => Hash[..12];
}
