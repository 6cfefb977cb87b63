using Kiln.Dockerfiles.Syntax;

namespace Kiln.Dockerfiles.Stages;

/// <summary>A <c>FROM</c> and what follows it up to the next.</summary>
public sealed record Stage(int Index, FromInstruction From, IReadOnlyList<Instruction> Instructions)
{
    /// <summary>In lower case, as BuildKit compares it; null for a stage that can only be named by its number.</summary>
    public string? Name => From.StageName?.Text.ToLowerInvariant();

    /// <summary>The name, or the number where there is none.</summary>
    public override string ToString() => Name ?? $"{Index}";
}
