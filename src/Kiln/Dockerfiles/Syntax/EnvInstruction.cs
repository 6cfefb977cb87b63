using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>ENV key=value …</c>, or the old form <c>ENV key value</c>.</summary>
public sealed class EnvInstruction : Instruction
{
    internal EnvInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts) =>
        (Pairs, IsLegacyForm) = KeyValueReader.Read(parts, diagnostics);

    /// <summary>In their order.</summary>
    public IReadOnlyList<KeyValue> Pairs { get; }

    /// <summary>The old form: one key, a blank, and all the rest is its value.</summary>
    public bool IsLegacyForm { get; }
}
