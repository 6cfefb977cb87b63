using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>USER user[:group]</c></summary>
public sealed class UserInstruction : Instruction
{
    internal UserInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        User = parts.OnlyArgument();
        if (User is null)
            diagnostics.MissingArgument(parts, "a user");
    }

    /// <summary>Names or numbers.</summary>
    public Word? User { get; }
}
