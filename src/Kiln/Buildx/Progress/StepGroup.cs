using Kiln.Buildx.Steps;
using Kiln.Primitives;

namespace Kiln.Buildx.Progress;

/// <summary>The image and platform that a step is shown under.</summary>
/// <param name="solved">All targets of the solve.</param>
/// <param name="shown">The names of those whose steps are news; default: all.</param>
sealed class StepGroup(BakeDefinition solved, IReadOnlyCollection<string>? shown = null)
{
    readonly StepOwners _owners = new(solved);
    readonly HashSet<string> _names = [.. solved.Targets.Select(x => x.Name)];

    /// <summary>Whether there is more than one image and platform to tell apart.</summary>
    internal bool IsWorthAHeading => IsOneOfSeveral || solved.Targets.Count > 1 || solved.Targets.Any(x => x.Platforms.Count > 1);

    /// <summary>Whether other solves of the same build show other images.</summary>
    internal bool IsOneOfSeveral { get; init; }

    /// <summary>The steps of the rounds before, which are no news where they are only found again. Default: none.</summary>
    internal ValueList<ToldStep> Told { get; init; }

    /// <summary>Whether a step is news. What an image is made from may have been solved, and shown, before it.</summary>
    internal bool Shows(BuildStep step) =>
        (shown is null || _owners.Of(step) is not { Count: > 0 } owners || owners.Any(x => shown.Contains(x.Name))) && !IsTold(step);

    /// <summary>For example <c>shop-api linux/arm64</c>.</summary>
    internal string Of(BuildStep step)
    {
        var owner = _owners.Of(step).FirstOrDefault();
        var platform = StepPlace.Parse(_owners.PlaceOf(step), _names)?.Platform ?? (owner is { Platforms: [var only] } ? only.ToString() : null);
        return string.Join(' ', new[] { owner?.ImageName, platform }.OfType<string>());
    }

    internal string PlaceOf(BuildStep step) => _owners.PlaceOf(step);

    bool IsTold(BuildStep step) => step.IsCached && Told.Any(x => x.IsSame(new ToldStep(step, solved)));
}
