using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>SHELL ["program", "argument"]</c>: what runs commands that are no JSON lists.</summary>
public sealed class ShellInstruction : Instruction
{
    internal ShellInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        if (parts.Arguments.IsEmpty || JsonItems is [])
            diagnostics.MissingArgument(parts, "at least one argument, in a JSON list");
        else if (JsonItems is null)
            diagnostics.Error(
                parts.Arguments.Span, """SHELL takes only a JSON list, for instance SHELL ["/bin/sh", "-c"].""");
    }
}
