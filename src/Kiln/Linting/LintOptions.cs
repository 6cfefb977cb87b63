using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>How Dockerfiles are judged.</summary>
public sealed record LintOptions
{
    /// <summary>Rules that do not judge, by id, by the name that another tool has for them, or by ShellCheck's code. Default: none.</summary>
    public ValueList<string> Disabled { get; init; } = [];

    /// <summary>Optional rules that do judge, by id or alias. Default: none.</summary>
    public ValueList<string> Enabled { get; init; } = [];

    /// <summary>Other severities than the rules have, by id, alias or ShellCheck's code. Default: none.</summary>
    public ValueMap<Severity> Severities { get; init; } = [];

    /// <summary>Findings of this severity, or a higher one, fail the build. Default: <see cref="Severity.Error"/>.</summary>
    public Severity FailsAt { get; init; } = Severity.Error;

    /// <summary>Rules of one's own, which judge beside those of Kiln. Default: none.</summary>
    public ValueList<LintRule> OwnRules { get; init; } = [];

    /// <summary>
    /// Registries that images may come from, with <c>*</c> for any part of a name. Default: none, which trusts all.
    /// </summary>
    public ValueList<string> TrustedRegistries { get; init; } = [];

    /// <summary>Labels that images must have, with the form of their values. Default: none.</summary>
    public ValueMap<LabelForm> RequiredLabels { get; init; } = [];

    /// <summary>Labels beside the required ones are findings too. Default: no.</summary>
    public bool RequiredLabelsOnly { get; init; }

    /// <summary>Whether ShellCheck judges the scripts of RUNs, too. Default: where it is on <c>PATH</c>.</summary>
    public ShellCheckUse ShellCheck { get; init; } = ShellCheckUse.WhenFound;

    /// <summary>Whether a comment in a Dockerfile may ignore findings. Default: yes.</summary>
    public bool HonorsComments { get; init; } = true;
}
