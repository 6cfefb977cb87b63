using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A program that is thought to start does not.</summary>
sealed class SeveralEntrypoints() : LintRule(
    "KLN5013", Severity.Error, "Have one ENTRYPOINT in a stage.", "DL4004", "DS-0007", "MultipleInstructionsDisallowed")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from entrypoint in Overridden.Of<EntrypointInstruction>(subject)
        select Found(
            entrypoint.Instruction.KeywordSpan,
            $"This ENTRYPOINT never starts, since the one in line {entrypoint.Line} replaces it.",
            "Keep the one that is meant; one program can start another.");
}
