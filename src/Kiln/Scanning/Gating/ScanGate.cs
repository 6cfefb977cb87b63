using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Scanning.Gating;

/// <summary>What an image may have and still be pushed.</summary>
public sealed record ScanGate
{
    /// <summary>The least severity that is refused. Default: <see cref="FindingSeverity.High"/>.</summary>
    public FindingSeverity FailOn { get; init; } = FindingSeverity.High;

    /// <summary>Other limits for classes of findings, for example secrets of any severity; the last of a class counts. Default: none.</summary>
    public ValueList<ClassLimit> Classes { get; init; }

    /// <summary>Whether only what has a fix is refused. Secrets and settings always have one: taking them out. Default: no.</summary>
    public bool OnlyFixed { get; init; }

    /// <summary>
    /// How many days after it became public a vulnerability may pass, so that yesterday's news stops no release; of those whose day is not known
    /// none passes. Default: 0.
    /// </summary>
    public int GraceDays { get; init; }

    /// <summary>What may pass for a while. Default: nothing.</summary>
    public ValueList<Exemption> Exemptions { get; init; }

    /// <summary>
    /// What was there before and passes therefore, so that only what a change brings is refused: <see cref="KnownFinding.In"/> reads it from the base
    /// branch's reports. Default: nothing, and all of an image is judged.
    /// </summary>
    public ValueList<KnownFinding> Known { get; init; }

    /// <summary>How old a scanner's database may be when it looks. Default: 7 days.</summary>
    public TimeSpan MaximumDatabaseAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether an image is refused that was judged by an older database, by none, or without a scanner that is not there; else that is only said.
    /// Default: on CI hosts.
    /// </summary>
    public bool? RefusesOldDatabase { get; init; }

    /// <summary>The same for the same rules: a verdict belongs to it.</summary>
    [JsonIgnore]
    public Digest Digest => Digest.OfBytes(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, ScanJson.Default.ScanGate)));

    internal bool IsInGrace(Finding finding, DateOnly today) =>
        GraceDays > 0 && finding.Published is { } published && today <= published.AddDays(GraceDays);

    internal bool Refuses(Finding finding)
    {
        var limit = Classes.LastOrDefault(x => x.Class == finding.Class)?.FailOn ?? FailOn;
        var isMended = finding.FixedVersion is not null || finding.Class is not (FindingClass.OperatingSystem or FindingClass.Language);
        return finding.Severity >= limit && (isMended || !OnlyFixed);
    }
}

/// <summary>The least severity of a class of findings that is refused.</summary>
public sealed record ClassLimit(FindingClass Class, FindingSeverity FailOn);
