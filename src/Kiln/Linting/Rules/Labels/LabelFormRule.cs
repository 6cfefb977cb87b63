using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>A rule for the labels that the options want in one form. An empty one has a rule of its own.</summary>
abstract class LabelFormRule(string id, string title, string alias, LabelForm form) : LintRule(id, Severity.Warning, title, alias)
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from label in LabelValue.Of(subject)
        where label.Form == form && label.Text.Length > 0 && !IsWellFormed(label.Text)
        select Found(label.Span, $"'{label.Text}' of label '{label.Key}' {Problem}.", $"Write {Wanted(label.Text)}.");

    protected abstract bool IsWellFormed(string value);

    /// <summary>What the value is not, behind its name.</summary>
    protected abstract string Problem { get; }

    /// <summary>What to write instead.</summary>
    protected abstract string Wanted(string value);
}
