using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A check that does not run is believed to.</summary>
sealed class SeveralHealthchecks() : LintRule(
    "KLN5008", Severity.Error, "Have one HEALTHCHECK in a stage.", "DL3012", "DS-0023", "MultipleInstructionsDisallowed")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from check in Overridden.Of<HealthcheckInstruction>(subject)
        select Found(
            check.Instruction.KeywordSpan,
            $"This HEALTHCHECK never runs, since the one in line {check.Line} replaces it.",
            "Keep one of them; a script can check several things.");
}
