using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>
/// What <c>kiln.lock</c> holds: every input from outside, by the name that the build uses, with the content that is
/// meant. What a newer Kiln added is kept and written again.
/// </summary>
public sealed partial record KilnLock
{
    /// <summary>The version of the form that this Kiln writes, and the newest that it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>A lock of nothing.</summary>
    public static KilnLock Empty { get; } = new();

    /// <summary>
    /// By canonical reference, as in <c>docker.io/library/golang:1.24</c>; see <see cref="RequiredInput.Image"/> for
    /// references with a digest. Default: none.
    /// </summary>
    public ValueMap<LockedImage> Images { get; init; }

    /// <summary>By remote and reference as the Dockerfile has them, <c>remote#ref</c>. Default: none.</summary>
    public ValueMap<LockedGit> Gits { get; init; }

    /// <summary>Files that are downloaded, by address. Default: none.</summary>
    public ValueMap<LockedUrl> Urls { get; init; }

    /// <summary>Actions of CI workflows, by <c>owner/repo@version</c>. Default: none.</summary>
    public ValueMap<LockedAction> Actions { get; init; }

    /// <summary>Programs that the pipeline itself runs, by name. Default: none.</summary>
    public ValueMap<LockedTool> Tools { get; init; }

    /// <summary>Sections that this Kiln does not know, entry by entry. Default: none.</summary>
    public ValueMap<ValueMap<RawJson>> OtherSections { get; init; }

    /// <summary>Fields beside the sections that this Kiln does not know. Default: none.</summary>
    public ValueMap<RawJson> Extra { get; init; }
}
