namespace Kiln.Scanning.Gating;

/// <summary>A finding that may pass for a while, and why. KILN4007 without an id or a reason.</summary>
/// <param name="Id">The finding's, for example <c>CVE-2021-23337</c>.</param>
/// <param name="Reason">Why it does no harm, or what is waited for; people read it in reports.</param>
/// <param name="Expires">The last day on which it counts, in UTC.</param>
public sealed record Exemption(string Id, string Reason, DateOnly Expires)
{
    /// <summary>The finding's id.</summary>
    public string Id { get; init; } = Required(Id, nameof(Id));

    /// <summary>Why.</summary>
    public string Reason { get; init; } = Required(Reason, nameof(Reason));

    /// <summary>Whether the image is not affected at all, so that the VEX that is written says so. Default: no, it is borne for a while.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>Only in this package. Default: in any.</summary>
    public string? Package { get; init; }

    /// <summary>Only in this file of the image, as reports name it. Default: in any.</summary>
    public string? File { get; init; }

    /// <summary>Only in this image. Default: in all.</summary>
    public string? Image { get; init; }

    /// <summary>Whether it is about this finding of this image, expired or not.</summary>
    public bool Covers(string image, Finding finding) =>
        Id == finding.Id && (Package is null || Package == finding.Package) && (File is null || File == finding.File) && (Image is null || Image == image);

    /// <summary>As people name it: <c>CVE-2021-23337 in lodash of api (until 2026-12-01): …</c></summary>
    public override string ToString() =>
        $"{Id}{(Package is null ? "" : $" in {Package}")}{(File is null ? "" : $" in {File}")}{(Image is null ? "" : $" of {Image}")} (until {Expires:yyyy-MM-dd}): {Reason}";

    static string Required(string text, string name) => string.IsNullOrWhiteSpace(text)
        ? throw new KilnException(
            ErrorCodes.InvalidExemption, $"An exemption has no {name}. Say which finding may pass, and why: people have to judge it later.")
        : text;
}
