using Kiln.Receipts;

namespace Kiln.Advising;

/// <summary>All that there is to say about how an image could be smaller.</summary>
/// <param name="Name">The image's.</param>
/// <param name="Graph">The stages that it is made of.</param>
/// <param name="Built">Its first platform as it was built last; null when it was not built here.</param>
/// <param name="Savings">The largest first.</param>
/// <param name="Kind">What its program needs.</param>
/// <param name="Candidates">Bases for that, in the order in which one would choose them.</param>
sealed record ImageAdvice(
    string Name, StageGraph Graph, PlatformReceipt? Built, IReadOnlyList<Saving> Savings, ProgramKind Kind, IReadOnlyList<BaseCandidate> Candidates)
{
    /// <summary>What each stage weighs in the image, in words, by the name of its node.</summary>
    public required IReadOnlyDictionary<string, string> Weights { get; init; }

    /// <summary>The Dockerfile was changed after the build whose weights these are. Default: no.</summary>
    public bool IsStale { get; init; }
}
