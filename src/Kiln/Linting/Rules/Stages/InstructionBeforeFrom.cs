using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>Before the first FROM there is no stage that an instruction could change.</summary>
sealed class InstructionBeforeFrom() : LintRule(
    "KLN1006", Severity.Error, "Begin with FROM, or with the arguments of FROM.", "DL3061")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from instruction in subject.Dockerfile.Instructions.TakeWhile(x => x is not FromInstruction)
        where subject.Stages.Stages.Count > 0 && instruction is not (ArgInstruction or UnknownInstruction)
        select Found(
            instruction.KeywordSpan,
            $"{instruction.Keyword} stands before the first FROM, where no stage is yet that it could belong to.",
            $"Move {instruction.Keyword} below the FROM of the stage that it is meant for.");
}
