using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>WORKDIR path</c></summary>
public sealed class WorkdirInstruction : Instruction
{
    internal WorkdirInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Path = parts.OnlyArgument();
        if (Path is null)
            diagnostics.MissingArgument(parts, "a path");
    }

    /// <summary>Absolute, or below the folder that is current.</summary>
    public Word? Path { get; }
}
