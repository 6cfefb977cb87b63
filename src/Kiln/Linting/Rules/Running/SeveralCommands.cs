using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A reader takes the first for what runs, and the engine takes the last.</summary>
sealed class SeveralCommands() : LintRule(
    "KLN5012", Severity.Warning, "Have one CMD in a stage.", "DL4003", "DS-0016", "MultipleInstructionsDisallowed")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in Overridden.Of<CmdInstruction>(subject)
        select Found(
            command.Instruction.KeywordSpan,
            $"This CMD has no effect, since the one in line {command.Line} replaces it.",
            "Keep the one that is meant; a step of the build is a RUN, and the arguments of an ENTRYPOINT are one CMD.");
}
