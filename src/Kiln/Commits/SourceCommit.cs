using Kiln.Primitives;

namespace Kiln.Commits;

/// <summary>The commit that is checked out, as git tells it.</summary>
public sealed record SourceCommit(string Hash, DateTimeOffset CommitTime)
{
    /// <summary>How many digits of a commit name an image.</summary>
    internal const int ShortLength = 12;

    /// <summary>Twelve hexadecimal digits: the default tag of an image.</summary>
    public string ShortHash => Hash[..ShortLength];

    /// <summary>Null when a commit is checked out rather than a branch, as CI hosts do.</summary>
    public string? Branch { get; init; }

    /// <summary>The branch that <c>origin</c> shows first, <c>main</c> for instance; null where the clone does not know it.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>The tags that point at this very commit, sorted. Default: none.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Something differs from the commit: changed, added, deleted, or a new file that is not ignored.</summary>
    public bool IsDirty { get; init; }

    /// <summary>Where <c>origin</c> fetches from, without user and password; null when there is no such remote.</summary>
    public string? RemoteUrl { get; init; }
}
