using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>VOLUME path …</c>, or as a JSON list.</summary>
public sealed class VolumeInstruction : Instruction
{
    internal VolumeInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Paths = parts.ItemsOrFields();
        if (Paths.Count == 0)
            diagnostics.MissingArgument(parts, "at least one path");
        foreach (var path in Paths.Where(x => string.IsNullOrWhiteSpace(x.Text)))
            diagnostics.Error(path.Span, "A volume needs a path; this one is empty.");
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<Word> Paths { get; }
}
