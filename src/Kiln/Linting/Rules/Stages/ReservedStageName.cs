using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>Two words mean something in every build, and a stage of that name takes the meaning away.</summary>
sealed class ReservedStageName() : LintRule(
    "KLN1007", Severity.Warning, "Do not call a stage scratch or context.", "DL3063", "ReservedStageName")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from stage in subject.Stages.Stages
        where stage.Name is "scratch" or "context"
        let meaning = stage.Name == "scratch" ? "the empty image" : "the build context"
        select Found(
            stage.From.StageName!.Span,
            $"'{stage.Name}' means {meaning} to BuildKit, and a stage of that name cannot be told from it.",
            $"Call the stage after what it makes, for instance '{stage.Name}-files', also where it is used.");
}
