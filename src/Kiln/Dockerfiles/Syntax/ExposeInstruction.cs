using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>EXPOSE port[/protocol] …</c></summary>
public sealed class ExposeInstruction : Instruction
{
    internal ExposeInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Ports = parts.Arguments.Fields();
        if (Ports.Count == 0)
            diagnostics.MissingArgument(parts, "at least one port");
    }

    /// <summary>Ports or ranges, perhaps with a protocol.</summary>
    public IReadOnlyList<Word> Ports { get; }
}
