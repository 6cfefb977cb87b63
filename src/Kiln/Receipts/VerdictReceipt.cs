using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>How an image was judged, on all of its platforms together.</summary>
/// <param name="Verdict">Whether it may be published.</param>
/// <param name="Policy">The digest of the gate that was in force.</param>
/// <param name="Scanners">What each scanner said about each platform.</param>
public sealed record VerdictReceipt(Verdict Verdict, Digest Policy, ValueList<ScannerReceipt> Scanners)
{
    /// <summary>What the image is made of, platform by platform. Default: nobody wrote it down.</summary>
    public ValueList<SbomReceipt> Sboms { get; init; }

    /// <summary>The exemptions that let findings pass, in words. Default: none.</summary>
    public ValueList<string> Exemptions { get; init; }
}

/// <summary>Whether an image may be published.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>It may.</summary>
    [JsonStringEnumMemberName("passed")]
    Passed,

    /// <summary>It has findings that the gate refuses.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>A scanner failed, so nobody knows.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>A stored list of what a platform of an image is made of, a file below <c>artifacts/reports/scan</c>.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Format">Its form.</param>
/// <param name="Content">The digest of the file.</param>
public sealed record SbomReceipt(Platform Platform, SbomFormat Format, Digest Content);

/// <summary>The forms of software bills of materials.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SbomFormat>))]
public enum SbomFormat
{
    /// <summary>CycloneDX, as JSON (https://cyclonedx.org).</summary>
    [JsonStringEnumMemberName("cyclonedx")]
    CycloneDx,

    /// <summary>SPDX 2, as JSON (https://spdx.dev).</summary>
    [JsonStringEnumMemberName("spdx")]
    Spdx,
}

/// <summary>What a scanner said about one platform of an image.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Scanner">The scanner's name.</param>
/// <param name="Version">Its version, as it says it.</param>
/// <param name="Report">The digest of the stored report, a file below <c>artifacts/reports/scan</c>.</param>
public sealed record ScannerReceipt(Platform Platform, string Scanner, string Version, Digest Report)
{
    /// <summary>When its database was made; null for a scanner that does not say.</summary>
    public DateTimeOffset? DatabaseTime { get; init; }

    /// <summary>How many findings are critical.</summary>
    public int Critical { get; init; }

    /// <summary>How many are high.</summary>
    public int High { get; init; }

    /// <summary>How many are medium.</summary>
    public int Medium { get; init; }

    /// <summary>How many are low.</summary>
    public int Low { get; init; }

    /// <summary>How many nobody rated.</summary>
    public int Unknown { get; init; }
}
