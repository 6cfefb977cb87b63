using Kiln.Buildx.Steps;

namespace Kiln.Buildx.Progress;

/// <summary>The image and platform that a step is shown under.</summary>
sealed class StepGroup(IReadOnlyList<BakeTarget> targets)
{
    readonly StepOwners _owners = new(targets);
    readonly HashSet<string> _names = [.. targets.Select(x => x.Name)];

    /// <summary>Whether there is more than one image and platform to tell apart.</summary>
    internal bool IsWorthAHeading { get; } = targets.Count > 1 || targets.Any(x => x.Platforms.Count > 1);

    /// <summary>For example <c>shop-api linux/arm64</c>.</summary>
    internal string Of(BuildStep step)
    {
        var owner = _owners.Of(step).FirstOrDefault();
        var platform = StepPlace.Parse(_owners.PlaceOf(step), _names)?.Platform ?? (owner is { Platforms: [var only] } ? only.ToString() : null);
        return string.Join(' ', new[] { owner?.ImageName, platform }.OfType<string>());
    }

    internal string PlaceOf(BuildStep step) => _owners.PlaceOf(step);
}
