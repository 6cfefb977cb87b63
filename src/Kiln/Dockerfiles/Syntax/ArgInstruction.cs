using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>ARG name[=default] …</c></summary>
public sealed class ArgInstruction : Instruction
{
    internal ArgInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        var words = WordSplitter.Split(parts.Arguments.Text, parts.Escape);
        Declarations = [.. words.Select(x => Declaration(parts.Arguments, x.Start, x.Length))];

        if (Declarations.Count == 0)
            diagnostics.MissingArgument(parts, "the name of at least one argument");
        foreach (var declaration in Declarations.Where(x => x.Name.Length == 0))
            diagnostics.Error(declaration.Span, "An argument needs a name before its '='.");
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<ArgDeclaration> Declarations { get; }

    static ArgDeclaration Declaration(LogicalText text, int start, int length)
    {
        var span = text.SpanOf(start, length);
        var equals = text.Text.IndexOf('=', start, length);
        return equals < 0
            ? new ArgDeclaration(text.Text.Substring(start, length), null, span)
            : new ArgDeclaration(text.Text[start..equals], text.WordAt(equals + 1, start + length - equals - 1), span);
    }
}
