using Kiln.Primitives;

namespace Kiln.Scaffolding;

/// <summary>What a file that would be written is now.</summary>
public enum ScaffoldedFileState
{
    /// <summary>Not there.</summary>
    New,

    /// <summary>There, with the same lines.</summary>
    Same,

    /// <summary>There, with other lines.</summary>
    Different,
}

/// <summary>A file as it is, and as it would be.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
/// <param name="Before">What it holds; null where it is not there.</param>
/// <param name="After">What would be written.</param>
public sealed record ScaffoldedFile(string Path, string? Before, string After)
{
    /// <summary>What it is now; other line ends are no difference, since git may have given the file those of this machine.</summary>
    public ScaffoldedFileState State =>
        Before is null ? ScaffoldedFileState.New
        : Before.ReplaceLineEndings("\n") == After ? ScaffoldedFileState.Same
        : ScaffoldedFileState.Different;

    /// <summary>A unified diff from what is there to what would be written; empty where they are the same.</summary>
    public string Diff => State == ScaffoldedFileState.Same ? "" : UnifiedDiff.Of(Path, Before, After);
}
