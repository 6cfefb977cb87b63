namespace Kiln.Linting.Toolchains;

/// <summary>
/// A public image that others are built on. Sizes are those of the unpacked image for linux/amd64 in megabytes, rounded, as the registries had them in
/// 2026: estimates, which messages say by "about".
/// </summary>
/// <param name="Repository">The last part of its name.</param>
/// <param name="Megabytes">Of the plain tag.</param>
sealed record KnownBase(string Repository, int Megabytes)
{
    /// <summary>It brings a compiler or a package manager for building, so that a final image wants another base.</summary>
    public bool IsForBuilding { get; init; }

    /// <summary>What a tag of the lighter kind ends with, or has at its end instead; null when there is none.</summary>
    public string? LighterSuffix { get; init; }

    /// <summary>Of the lighter kind.</summary>
    public int LighterMegabytes { get; init; }

    /// <summary>What a final image would be built on when this one only builds.</summary>
    public string? RunsOn { get; init; }
}
