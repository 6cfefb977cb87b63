using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>One thing that Dockerfiles are judged by. A rule has no state and knows nothing of being ignored.</summary>
/// <param name="id">Unique, for instance <c>KLN2001</c>; own rules take letters of their own.</param>
/// <param name="severity">Of its findings, unless the options say otherwise.</param>
/// <param name="title">What to do, as one sentence.</param>
/// <param name="aliases">What other tools call it: <c>DL3008</c>, <c>DS-0029</c>, <c>StageNameCasing</c>.</param>
public abstract class LintRule(string id, Severity severity, string title, params IEnumerable<string> aliases)
{
    /// <summary>Letters and digits.</summary>
    public string Id { get; } = id;

    /// <summary>Of its findings, unless the options say otherwise.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>What to do, as one sentence.</summary>
    public string Title { get; } = title;

    /// <summary>Names of the same rule in other tools; comments that ignore those ignore this one.</summary>
    public ValueList<string> Aliases { get; } = [.. aliases];

    /// <summary>Only judges where it is asked for: by the options, by the file (<c># check=experimental=…</c>) or by <see cref="IsNeededFor"/>. Default: no.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether an optional rule judges a file because its image needs what the rule is about. Default: no.</summary>
    public virtual bool IsNeededFor(LintSubject subject) => false;

    /// <summary>Everything of a Dockerfile that the rule is against; never throws for what is written there.</summary>
    public abstract IEnumerable<LintFinding> Check(LintSubject subject);

    /// <summary>A finding of this rule.</summary>
    protected LintFinding Found(SourceSpan span, string message, string remedy, LintFix? fix = null) =>
        new(Id, Severity, span, message, remedy) { Fix = fix };

    /// <summary>Whether a name means this rule: its id or an alias, in any case.</summary>
    public bool IsNamed(string name) =>
        Id.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
