using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A line that begins with no keyword of Dockerfiles.</summary>
public sealed class UnknownInstruction : Instruction
{
    internal UnknownInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts) =>
        diagnostics.Error(
            parts.KeywordSpan,
            parts.Keyword.Length == 0
                ? "An escape begins an instruction that never comes."
                : $"There is no instruction {SyntaxDiagnostics.Quote(parts.Keyword)}."
                  + NearestName.Question(parts.Keyword, Keywords.All));
}
