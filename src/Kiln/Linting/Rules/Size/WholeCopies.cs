using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Size;

/// <summary>Where a Dockerfile copies all of its context.</summary>
static class WholeCopies
{
    public static IEnumerable<Word> In(LintSubject subject) => subject.Sections.SelectMany(x => x.Instructions).Select(Of).OfType<Word>();

    /// <summary>The source that is all of the context; null for an instruction that copies less.</summary>
    public static Word? Of(Instruction instruction) => instruction switch
    {
        CopyInstruction { From: null } copy => copy.Sources.FirstOrDefault(IsWhole),
        AddInstruction add => add.Sources.FirstOrDefault(IsWhole),
        _ => null,
    };

    static bool IsWhole(Word source) => source.Text is "." or "./" or "*" or "./*" or "/";
}
