using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>Keywords of one line in two cases look as if they were of two kinds.</summary>
sealed class AsInOtherCase() : LintRule(
    "KLN8002", Severity.Information, "Write AS in the case of its FROM.", "FromAsCasing")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from isLower in new[] { MixedInstructionCasing.IsLower(subject.Dockerfile) }
        from stage in subject.Stages.Stages
        let word = stage.From.AsKeyword
        where word is not null && stage.From.StageName is not null
        let keyword = subject.Dockerfile.Source.TextAt(stage.From.KeywordSpan)
        // A FROM that is itself in the wrong case is the matter of that rule.
        where keyword == (isLower ? "from" : "FROM")
        let expected = isLower ? "as" : "AS"
        where word.Text != expected
        select Found(
            word.Span,
            $"'{word.Text}' is in another case than the '{keyword}' that it belongs to.",
            $"Write {expected}.",
            word.Span.Length == word.Text.Length ? LintFix.Replace(word.Span, expected) : null);
}
