using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Running;

/// <summary>Of some instructions a stage has one that counts: its last.</summary>
static class Overridden
{
    /// <summary>Those that a later one of their stage takes the effect from, and the line of that one.</summary>
    public static IEnumerable<(T Instruction, int Line)> Of<T>(LintSubject subject) where T : Instruction =>
        from section in subject.Sections
        let all = section.Instructions.OfType<T>().ToArray()
        from instruction in all.SkipLast(1)
        select (instruction, subject.Dockerfile.Source.PositionOf(all[^1].KeywordSpan.Start).Line);
}
