using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>Names in lower case stand out from the keywords, and are what BuildKit compares.</summary>
sealed class UpperCaseStageName() : LintRule(
    "KLN8001", Severity.Information, "Write names of stages in lower case.", "StageNameCasing")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from stage in subject.Stages.Stages
        let name = stage.From.StageName
        where name is not null && name.Text != stage.Name
        select Found(
            name.Span,
            $"The stage is called '{stage.Name}' in a build, not '{name.Text}': BuildKit puts names of stages into lower case.",
            $"Write {stage.From.AsKeyword?.Text} {stage.Name}.",
            name.Span.Length == name.Text.Length ? LintFix.Replace(name.Span, stage.Name!) : null);
}
