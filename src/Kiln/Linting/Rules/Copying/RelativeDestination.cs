using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>Where the files land depends on the base image, and on every later version of it.</summary>
sealed class RelativeDestination() : LintRule(
    "KLN4006", Severity.Warning, "Say with WORKDIR what a relative destination is relative to.", "DL3045")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        from instruction in section.WithTriggers
        let destination = Transfer.Of(instruction)?.Destination
        where destination is not null
        let path = destination.Unquoted()
        where IsRelative(path) && !HasWorkdir(subject, section, instruction)
        select Found(
            destination.Span,
            $"'{path}' is relative, but no WORKDIR says to what; the base image decides where the files land.",
            path is "" or "." or "./"
                ? "Write WORKDIR above it, with the folder that is meant."
                : $"Write WORKDIR /app above it, or /app/{path} as the destination.");

    static bool IsRelative(string path) => path is not (['/' or '\\' or '$', ..] or [_, ':', ..]);

    static bool HasWorkdir(LintSubject subject, LintSection section, Instruction copy) =>
        subject.LineageOf(section).Any(x =>
            x.Of<WorkdirInstruction>().Any(y => x != section || y.Span.Start < copy.Span.Start));
}
