using Kiln.Linting.Toolchains;
using Kiln.Reporting;

namespace Kiln.Advising;

/// <summary>What the first of the candidates would save, where the base is another one.</summary>
static class BaseSavings
{
    public static IEnumerable<Saving> Of(ProgramNeeds needs, KnownWeights weights, IReadOnlyList<BaseCandidate> candidates)
    {
        // Of a program of which nothing is known, nobody knows what it runs on either.
        if (needs.Kind == ProgramKind.Unknown || weights is not { BaseName: { } name, BaseSize: { } size } || IsSame(name, candidates[0].Image))
            yield break;
        if (weights.SavedOn(candidates[0].Megabytes) is { } saved && saved > size / 10)
            yield return new Saving($"Start the final stage from {candidates[0].Image} instead of {name} ({HumanUnits.Size(size)}).", saved, IsMeasured: false) { IsAboutBase = true };
    }

    // Another patch, or the same kind on another distribution, is not another base.
    static bool IsSame(string own, string candidate) => BaseName.Of(own) is { } name && BaseName.Of(candidate) is { } other
        && name.Repository == other.Repository && KnownBases.LighterThan(own) is null == KnownBases.LighterThan(candidate) is null;
}
