using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>An empty label answers the question that it is there for as little as none.</summary>
sealed class EmptyLabel() : LintRule("KLN7004", Severity.Warning, "Give labels a value.", "DL3051")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from label in LabelValue.Of(subject)
        where label.Text.Length == 0
        select Found(
            label.Span,
            $"Label '{label.Key}' is asked for, and has no value.",
            $"Write what it is, for instance LABEL {label.Key}=\"{ExampleOf(label.Form)}\".");

    static string ExampleOf(LabelForm form) => form switch
    {
        LabelForm.Email => "team@example.com",
        LabelForm.GitHash => "2dbfae9",
        LabelForm.Rfc3339 => "2026-03-14T09:26:53Z",
        LabelForm.SemanticVersion => "1.4.2",
        LabelForm.SpdxLicense => "MIT",
        LabelForm.Url => "https://example.com",
        _ => "…",
    };
}
