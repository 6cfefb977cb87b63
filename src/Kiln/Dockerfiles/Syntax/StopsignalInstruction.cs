using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>STOPSIGNAL signal</c></summary>
public sealed class StopsignalInstruction : Instruction
{
    internal StopsignalInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Signal = parts.OnlyArgument();
        if (Signal is null)
            diagnostics.MissingArgument(parts, "a signal");
    }

    /// <summary>A name or a number.</summary>
    public Word? Signal { get; }
}
