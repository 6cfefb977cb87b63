using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>How an image was judged, on all of its platforms together.</summary>
/// <param name="Verdict">Whether it may be published.</param>
/// <param name="Policy">The digest of the gate that was in force.</param>
/// <param name="Scanners">What each scanner said about each platform.</param>
public sealed record VerdictReceipt(Verdict Verdict, Digest Policy, ValueList<ScannerReceipt> Scanners)
{
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
