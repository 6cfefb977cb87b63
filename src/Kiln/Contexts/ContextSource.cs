using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Contexts;

/// <summary>What of a folder becomes a build context.</summary>
public sealed record ContextSource(string Folder)
{
    /// <summary>What a <c>.dockerignore</c> leaves out. Default: nothing.</summary>
    public DockerIgnore Ignore { get; init; } = DockerIgnore.None;

    /// <summary>Full paths that are left out whatever the <c>.dockerignore</c> says; those outside do no harm. Default: none.</summary>
    public ValueList<string> ExcludedFolders { get; init; }

    /// <summary>
    /// The second in which all files seem to have been modified: the commit's, which is also the SOURCE_DATE_EPOCH. BuildKit
    /// moves later times back to it but leaves earlier ones, and a long-lived clone has files that are older than its
    /// commit. Default: null, the times stay.
    /// </summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What looks like a secret or is large for nothing, and is meant to be sent. Default: nothing.</summary>
    public ValueList<ContextAllowance> Allowed { get; init; }
}
