using Kiln.Contexts.Hygiene;
using Kiln.Primitives;

namespace Kiln.Contexts;

/// <summary>A build context as BuildKit will see it, and what it took to bring it there.</summary>
public sealed record StagedContext(string Folder)
{
    /// <summary>How many files it holds; folders and links do not count.</summary>
    public int Files { get; init; }

    /// <summary>The size of all its files.</summary>
    public long Bytes { get; init; }

    /// <summary>How many files and links were new or had changed since the last staging.</summary>
    public int Copied { get; init; }

    /// <summary>How many files, links and folders were left of the last staging and are not wanted any more.</summary>
    public int Deleted { get; init; }

    /// <summary>The ten largest files, the largest first.</summary>
    public ValueList<StagedFile> LargestFiles { get; init; }

    /// <summary>
    /// The same for the same listing: paths, kinds, sizes, times, modes and links, as staging itself compares them. Nothing
    /// is read for it.
    /// </summary>
    public required Digest Listing { get; init; }

    /// <summary>What had better not be sent and is, by path. Secrets are not among it: with one in it nothing is staged.</summary>
    public ValueList<ContextFinding> Findings { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>One file of a staged context; the path is relative, with slashes.</summary>
public sealed record StagedFile(string Path, long Bytes);
