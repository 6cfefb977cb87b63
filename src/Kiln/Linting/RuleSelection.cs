using Kiln.Linting.Ignoring;
using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>Which rules judge, and how severe their findings are.</summary>
static class RuleSelection
{
    public static LintRule[] Of(IReadOnlyList<LintRule> rules, LintOptions options)
    {
        var unknown = options.Disabled.Concat(options.Enabled).Concat(options.Severities.Keys)
            .Where(name => !IsKnown(name, rules)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            throw UnknownRules(unknown, rules);
        return [.. rules.Where(x => !IsDisabled(x, options) && (!x.IsOptional || options.Enabled.Any(x.IsNamed)))];
    }

    /// <summary>Rules that judge one file more than others: optional ones that its image needs, or that the file itself asks for.</summary>
    public static IEnumerable<LintRule> AskedForBy(LintSubject subject, IgnoreComments comments, IReadOnlyList<LintRule> rules) => rules
        .Where(x => x.IsOptional && !IsDisabled(x, subject.Options) && (x.IsNeededFor(subject) || comments.AskFor(x)));

    /// <summary>Whether findings of one of ShellCheck's codes count.</summary>
    public static bool IsOn(string code, LintOptions options) => !options.Disabled.Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>BuildKit's <c>error=true</c> makes errors of what its own checks find, as it fails the build there.</summary>
    public static Severity SeverityOf(LintRule rule, LintOptions options, IgnoreComments comments) =>
        SeverityOf(rule.IsNamed, options) ?? (comments.MakesErrorsOf(rule) ? Severity.Error : rule.Severity);

    /// <summary>For a finding of ShellCheck's, whose severity is what it says.</summary>
    public static Severity SeverityOf(LintFinding finding, LintOptions options) =>
        SeverityOf(x => x.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase), options) ?? finding.Severity;

    static Severity? SeverityOf(Func<string, bool> isNamed, LintOptions options)
    {
        foreach (var (name, severity) in options.Severities)
            if (isNamed(name))
                return severity;
        return null;
    }

    static bool IsKnown(string name, IReadOnlyList<LintRule> rules) =>
        ShellCheckCodes.IsOne(name) || name.Equals(BuildKitChecks.OfRegistry, StringComparison.OrdinalIgnoreCase) || rules.Any(x => x.IsNamed(name));

    static bool IsDisabled(LintRule rule, LintOptions options) => options.Disabled.Any(rule.IsNamed);

    static KilnException UnknownRules(string[] names, IReadOnlyList<LintRule> rules)
    {
        var known = rules.SelectMany(x => x.Aliases.Prepend(x.Id)).ToArray();
        return new KilnException(
            ErrorCodes.UnknownLintRule,
            string.Join('\n', names.Select(x => $"No lint rule is called '{x}'.{NearestName.Question(x, known)}"))
            + "\nThe rules are listed in docs/rules/README.md.");
    }
}
