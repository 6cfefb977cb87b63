using Kiln.Commits;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx.Assembling;

/// <summary>Everything that putting images together depends on.</summary>
public sealed record AssembleRequest
{
    /// <summary>What is put together, with all of its platforms.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where the parts lie (<see cref="BuildFolders.Parts"/>), and where images come to.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>What the parts have to be built from, and what the index is annotated with. Default: none; then parts that name a commit are refused.</summary>
    public SourceCommit? Commit { get; init; }

    /// <summary>The secret that the parts' receipts have to be signed with, and the image's is signed with. Default: none.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>Receipts of the base branch's images, by name, for budgets that compare with them (<see cref="SizeGrowth"/>). Default: none is known.</summary>
    public ValueMap<Receipt> Published { get; init; }
}
