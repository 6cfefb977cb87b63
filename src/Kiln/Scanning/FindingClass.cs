using System.Text.Json.Serialization;

namespace Kiln.Scanning;

/// <summary>What kind of thing a finding is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingClass>))]
public enum FindingClass
{
    /// <summary>A package of the image's distribution.</summary>
    [JsonStringEnumMemberName("os")]
    OperatingSystem,

    /// <summary>A library of a programming language.</summary>
    [JsonStringEnumMemberName("language")]
    Language,

    /// <summary>A key, token or password.</summary>
    [JsonStringEnumMemberName("secret")]
    Secret,

    /// <summary>A setting of the image.</summary>
    [JsonStringEnumMemberName("misconfiguration")]
    Misconfiguration,

    /// <summary>A licence.</summary>
    [JsonStringEnumMemberName("license")]
    License,

    /// <summary>The scanner itself, for example its database is too old.</summary>
    [JsonStringEnumMemberName("scanner")]
    Scanner,
}
