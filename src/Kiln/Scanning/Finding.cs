namespace Kiln.Scanning;

/// <summary>One thing that a scanner holds against an image.</summary>
/// <param name="Id">The name that all scanners know it by, for example <c>CVE-2021-23337</c>; a rule's id where it is no vulnerability.</param>
/// <param name="Class">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record Finding(string Id, FindingClass Class, FindingSeverity Severity)
{
    /// <summary>In a few words; null where the scanner has none.</summary>
    public string? Title { get; init; }

    /// <summary>The package, or null for what is in none.</summary>
    public string? Package { get; init; }

    /// <summary>The version that the image has.</summary>
    public string? InstalledVersion { get; init; }

    /// <summary>The versions that have it no more; null where there is none yet.</summary>
    public string? FixedVersion { get; init; }

    /// <summary>Where in the image; null where that is not known.</summary>
    public string? File { get; init; }

    /// <summary>The layer that brought it, by the digest of its archive; null where that is not known.</summary>
    public Digest? DiffId { get; init; }

    /// <summary>The instruction that made this layer, as the image's history tells it.</summary>
    public string? Instruction { get; init; }

    /// <summary>The day (UTC) on which it became public; null where that is not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where to read about it.</summary>
    public string? Link { get; init; }
}
