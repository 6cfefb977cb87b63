using System.Text.Json.Serialization;

namespace Kiln.Scanning;

/// <summary>How bad a finding is, in the words that scanners share, the least bad first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Nobody rated it yet.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Low.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Medium.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>High.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Critical.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical,
}
