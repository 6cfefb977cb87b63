namespace Kiln.Linting.Toolchains;

/// <summary>
/// A public image that others are built on. Sizes are those of the unpacked image for linux/amd64 in megabytes, rounded, as the registries had them in
/// 2026: estimates, which messages say by "about".
/// </summary>
/// <param name="Repository">As Docker shows it.</param>
/// <param name="Megabytes">Of the plain tag.</param>
sealed record KnownBase(string Repository, int Megabytes)
{
    /// <summary>It brings a compiler or a package manager for building, so that a final image wants another base.</summary>
    public bool IsForBuilding { get; init; }

    /// <summary>What a final image would be built on when this one only builds.</summary>
    public SmallerBase? RunsOn { get; init; }

    /// <summary>The lighter kind that belongs to a tag; null where the tag is of a light kind already, and where there is none.</summary>
    public Func<BaseName, string?> Lighter { get; init; } = _ => null;

    /// <summary>Of an image by its tag; null for a kind that is made small, of which nothing is known.</summary>
    public int? MegabytesOf(string image) => BaseName.Of(image) is { } name && !LighterTags.IsLight(name) ? Megabytes : null;

    /// <summary>Of the lighter kind.</summary>
    public int LighterMegabytes { get; init; }
}

/// <summary>What to take instead of a heavy base, and how large that is.</summary>
/// <param name="Image">As a FROM names it, or several with "or".</param>
/// <param name="Megabytes">Rounded.</param>
sealed record SmallerBase(string Image, int Megabytes);
