using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>Which rules judge, and how severe their findings are.</summary>
static class RuleSelection
{
    public static LintRule[] Of(IReadOnlyList<LintRule> rules, LintOptions options)
    {
        var unknown = options.Disabled.Concat(options.Enabled).Concat(options.Severities.Keys)
            .Where(name => !ShellCheckCodes.IsOne(name) && !rules.Any(x => x.IsNamed(name))).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            throw UnknownRules(unknown, rules);
        return [.. rules.Where(x => IsOn(x, options))];
    }

    /// <summary>Whether findings of one of ShellCheck's codes count.</summary>
    public static bool IsOn(string code, LintOptions options) => !options.Disabled.Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>BuildKit's <c>error=true</c> makes an error of what is a warning, as it fails the build there.</summary>
    public static Severity SeverityOf(LintRule rule, LintOptions options, bool makesErrors) =>
        SeverityOf(rule.IsNamed, rule.Severity, options, makesErrors);

    /// <summary>The same for a finding of ShellCheck's, whose severity is what it says.</summary>
    public static Severity SeverityOf(LintFinding finding, LintOptions options, bool makesErrors) =>
        SeverityOf(x => x.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase), finding.Severity, options, makesErrors);

    static Severity SeverityOf(Func<string, bool> isNamed, Severity own, LintOptions options, bool makesErrors)
    {
        foreach (var (name, severity) in options.Severities)
            if (isNamed(name))
                return severity;
        return makesErrors && own == Severity.Warning ? Severity.Error : own;
    }

    static bool IsOn(LintRule rule, LintOptions options) =>
        !options.Disabled.Any(rule.IsNamed) && (!rule.IsOptional || options.Enabled.Any(rule.IsNamed));

    static KilnException UnknownRules(string[] names, IReadOnlyList<LintRule> rules)
    {
        var known = rules.SelectMany(x => x.Aliases.Prepend(x.Id)).ToArray();
        return new KilnException(
            ErrorCodes.UnknownLintRule,
            string.Join('\n', names.Select(x => $"No lint rule is called '{x}'.{NearestName.Question(x, known)}"))
            + "\nThe rules are listed in docs/rules/README.md.");
    }
}
