using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>ENTRYPOINT command</c>, or as a JSON list: what a container always runs.</summary>
public sealed class EntrypointInstruction : Instruction
{
    internal EntrypointInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        if (IsShellForm && Arguments.IsEmpty)
            diagnostics.Warning(
                KeywordSpan, "ENTRYPOINT has no command; write ENTRYPOINT [] to take back an earlier one.");
    }

    /// <summary>A shell reads the arguments; otherwise they are a JSON list.</summary>
    public bool IsShellForm => JsonItems is null;
}
