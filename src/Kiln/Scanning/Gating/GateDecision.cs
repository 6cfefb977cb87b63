using Kiln.Primitives;

namespace Kiln.Scanning.Gating;

/// <summary>What a gate makes of the reports about one image.</summary>
public sealed record GateDecision
{
    /// <summary>All findings, what to mend first before all others.</summary>
    public required ValueList<JudgedFinding> Findings { get; init; }

    /// <summary>Whether nothing is refused.</summary>
    public bool IsPassed => !Findings.Any(x => x.Judgement is Judgement.Refused or Judgement.ExemptionExpired);
}

/// <summary>A finding and what becomes of it.</summary>
/// <param name="Platforms">Where it is.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Judgement">Whether it lets the image pass.</param>
public sealed record JudgedFinding(ValueList<Platform> Platforms, Finding Finding, Judgement Judgement)
{
    /// <summary>The exemption that lets it pass, or that did until it expired.</summary>
    public Exemption? Exemption { get; init; }
}

/// <summary>Whether a finding lets an image pass.</summary>
public enum Judgement
{
    /// <summary>It passes: the gate asks for nothing of the kind.</summary>
    Tolerated,

    /// <summary>It passes: it was there before.</summary>
    Known,

    /// <summary>It passes as long as it is that new.</summary>
    InGrace,

    /// <summary>It passes as long as its exemption lasts.</summary>
    Exempted,

    /// <summary>It would have passed until its exemption expired.</summary>
    ExemptionExpired,

    /// <summary>The image does not pass.</summary>
    Refused,
}
