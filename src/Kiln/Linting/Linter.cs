using Kiln.Dockerfiles;
using Kiln.Linting.Ignoring;
using Kiln.Linting.Rules;
using Kiln.Linting.Scripts;

namespace Kiln.Linting;

/// <summary>Judges Dockerfiles: all rules over one tree, what ShellCheck said of the scripts where it was asked, then what comments take back.</summary>
public sealed class Linter
{
    readonly LintOptions _options;
    readonly TimeProvider _clock;
    readonly LintRule[] _rules;

    /// <summary>Fails for names in the options that no rule has. The clock says which comments have ended; default: the system's.</summary>
    /// <exception cref="KilnException">With code KILN1060.</exception>
    public Linter(LintOptions? options = null, TimeProvider? clock = null)
    {
        _options = options ?? new LintOptions();
        _clock = clock ?? TimeProvider.System;
        AllRules = [.. DefaultRules.All, .. _options.OwnRules];
        _rules = RuleSelection.Of(AllRules, _options);
    }

    /// <summary>Every rule that there is, also those that do not judge by these options.</summary>
    public IReadOnlyList<LintRule> AllRules { get; }

    /// <summary>The rules that judge every file; optional ones judge beside them where an image needs them or a file asks for them.</summary>
    public IReadOnlyList<LintRule> Rules => _rules;

    /// <summary>Judges any text; the path serves messages, the image rules about more than the text.</summary>
    public LintReport Lint(string text, string path = "Dockerfile", LintedImage? image = null)
    {
        var dockerfile = Dockerfile.Parse(text, path);
        var subject = new LintSubject(dockerfile, _options, image);
        var ignored = _options.HonorsComments ? IgnoreComments.Of(subject, _clock.GetUtcNow()) : IgnoreComments.None;
        var found = _rules.Union(RuleSelection.AskedForBy(subject, ignored, AllRules))
            .SelectMany(x => x.Check(subject)
                .Where(finding => !ignored.Covers(x, finding.Span))
                .Select(finding => finding with { Severity = RuleSelection.SeverityOf(x, _options, ignored) }))
            .ToArray();
        var ofScripts = ScriptFindings.Of(subject, found)
            .Where(x => RuleSelection.IsOn(x.Rule, _options) && !ignored.Covers(x.Rule, x.Span))
            .Select(x => x with { Severity = RuleSelection.SeverityOf(x, _options) });
        var findings = SyntaxRule.Findings(dockerfile, found).Concat(found).Concat(ofScripts)
            .OrderBy(x => x.Span.Start).ThenBy(x => x.Rule, StringComparer.Ordinal);
        return new LintReport(dockerfile.Source, [.. findings]);
    }
}
