using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>Of two stages with one name, later instructions and targets reach only the second.</summary>
sealed class DuplicateStageName() : LintRule(
    "KLN1003", Severity.Error, "Give each stage a name of its own.", "DL3024", "DS-0012", "DuplicateStageName")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from same in subject.Stages.Stages.Where(x => x.From.StageName is not null).GroupBy(x => x.Name)
        let line = subject.Dockerfile.Source.PositionOf(same.First().From.KeywordSpan.Start).Line
        from stage in same.Skip(1)
        let name = stage.From.StageName!
        select Found(
            name.Span,
            $"The stage in line {line} is called '{same.Key}' too, and a target or a COPY --from of that name cannot reach it "
            + "any more.",
            $"Call one of them something else, for instance '{same.Key}-{stage.Index}', also where it is used.");
}
