using Kiln.Primitives;

namespace Kiln.Scanning;

/// <summary>What one scanner said about one platform of an image; stored as it is, for Push to judge by again.</summary>
public sealed record ScanReport
{
    /// <summary>The version of the form that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The form's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The image's name.</summary>
    public required string Image { get; init; }

    /// <summary>The platform that was looked at.</summary>
    public required Platform Platform { get; init; }

    /// <summary>Its config's digest, which scanners call the image's id.</summary>
    public required Digest Config { get; init; }

    /// <summary>The image's distribution as the scanner calls it, for example <c>debian 12.15</c>; null where there is none.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Who looked.</summary>
    public required ScannerIdentity Scanner { get; init; }

    /// <summary>When it looked.</summary>
    public required DateTimeOffset ScannedAt { get; init; }

    /// <summary>What it found; in the scanner's order.</summary>
    public required ValueList<Finding> Findings { get; init; }
}

/// <summary>A scanner as it ran.</summary>
/// <param name="Name">For example <c>trivy</c>.</param>
/// <param name="Version">As it says it itself.</param>
public sealed record ScannerIdentity(string Name, string Version)
{
    /// <summary>Whether it judges by rules of its own, whose age says nothing. Default: no.</summary>
    public bool IsWithoutDatabase { get; init; }

    /// <summary>When its database was made; null for a scanner without one.</summary>
    public DateTimeOffset? DatabaseTime { get; init; }

    /// <summary>The version of its database's form; null for a scanner without one.</summary>
    public string? DatabaseVersion { get; init; }
}
