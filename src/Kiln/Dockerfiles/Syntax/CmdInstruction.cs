using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>CMD command</c>, or as a JSON list: what a container runs, or the arguments of its entrypoint.</summary>
public sealed class CmdInstruction : Instruction
{
    internal CmdInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        if (IsShellForm && Arguments.IsEmpty)
            diagnostics.Warning(
                KeywordSpan, "CMD has no command; write CMD [] to take back an earlier one.");
    }

    /// <summary>A shell reads the arguments; otherwise they are a JSON list.</summary>
    public bool IsShellForm => JsonItems is null;
}
