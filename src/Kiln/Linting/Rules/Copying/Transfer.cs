using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Copying;

/// <summary>A COPY or an ADD: what they take, and where it goes.</summary>
sealed record Transfer(Instruction Instruction, IReadOnlyList<Word> Sources, Word? Destination)
{
    /// <summary>Null for all other instructions.</summary>
    public static Transfer? Of(Instruction instruction) => instruction switch
    {
        CopyInstruction copy => new(copy, copy.Sources, copy.Destination),
        AddInstruction add => new(add, add.Sources, add.Destination),
        _ => null,
    };
}
