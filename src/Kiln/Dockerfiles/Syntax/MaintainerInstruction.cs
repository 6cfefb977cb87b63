using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>MAINTAINER name</c>, which labels have replaced.</summary>
public sealed class MaintainerInstruction : Instruction
{
    internal MaintainerInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Name = parts.OnlyArgument();
        if (Name is null)
            diagnostics.MissingArgument(parts, "a name");
    }

    /// <summary>All of the text.</summary>
    public Word? Name { get; }
}
