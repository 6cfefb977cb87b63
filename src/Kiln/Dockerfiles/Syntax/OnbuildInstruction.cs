using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>ONBUILD instruction</c>: runs when another image is built on this one.</summary>
public sealed class OnbuildInstruction : Instruction
{
    internal OnbuildInstruction(InstructionParts parts, Instruction? inner, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Inner = inner;
        if (parts.Arguments.IsEmpty)
            diagnostics.MissingArgument(parts, "an instruction");
        if (inner?.Keyword is "ONBUILD" or "FROM" or "MAINTAINER")
            diagnostics.Error(inner.KeywordSpan, $"{inner.Keyword} may not follow ONBUILD.");
    }

    /// <summary>
    /// The instruction that is kept for later, in the same source; its first line begins at its keyword. An ONBUILD in
    /// an ONBUILD, which is an error, has none.
    /// </summary>
    public Instruction? Inner { get; }
}
