using Kiln.Primitives;

namespace Kiln.Locking.Enforcement;

/// <summary>
/// One rule of a source policy (moby/buildkit sourcepolicy/pb/policy.proto). Of several that allow or deny a source the
/// last one counts; one that converts a source sends it through all rules again.
/// </summary>
public sealed record PolicyRule
{
    PolicyRule(string action, string matchType, string identifier) =>
        (Action, MatchType, Identifier) = (action, matchType, identifier);

    /// <summary><c>ALLOW</c>, <c>DENY</c> or <c>CONVERT</c>.</summary>
    public string Action { get; }

    /// <summary><c>WILDCARD</c>, in which <c>*</c> stands for anything, or <c>EXACT</c>.</summary>
    public string MatchType { get; }

    /// <summary>The sources that are meant, as BuildKit names them.</summary>
    public string Identifier { get; }

    /// <summary>What the source becomes. Default: it stays what it is.</summary>
    public string? Target { get; private init; }

    /// <summary>What the source is told, such as <c>http.checksum</c>. Default: nothing.</summary>
    public ValueMap<string> Attributes { get; private init; }

    /// <summary>Refuses all sources that match.</summary>
    public static PolicyRule Deny(string wildcard) => new("DENY", "WILDCARD", wildcard);

    /// <summary>Lets sources pass that an earlier rule refused.</summary>
    public static PolicyRule Allow(string wildcard) => new("ALLOW", "WILDCARD", wildcard);

    /// <summary>Lets one source pass; nothing in its name stands for something else.</summary>
    public static PolicyRule AllowExactly(string identifier) => new("ALLOW", "EXACT", identifier);

    /// <summary>
    /// Fetches something else instead; <c>${1}</c> is what the first <c>*</c> stood for. A WILDCARD also where there is no
    /// star: EXACT together with a target is ignored before BuildKit 0.31.
    /// </summary>
    public static PolicyRule Convert(string wildcard, string target) => new("CONVERT", "WILDCARD", wildcard) { Target = target };

    /// <summary>Demands something of one source.</summary>
    public static PolicyRule Demand(string identifier, ValueMap<string> attributes) =>
        new("CONVERT", "EXACT", identifier) { Target = identifier, Attributes = attributes };
}
