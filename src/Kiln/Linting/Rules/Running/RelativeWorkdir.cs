using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>Where a relative folder lies is decided by the base image, which may change.</summary>
sealed class RelativeWorkdir() : LintRule(
    "KLN5001", Severity.Warning, "Begin WORKDIR with a slash.", "DL3000", "DS-0009", "WorkdirRelativePath")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        where !subject.LineageOf(section).Skip(1).SelectMany(x => x.Of<WorkdirInstruction>()).Any(IsSettled)
        from workdir in section.Of<WorkdirInstruction>().TakeWhile(x => !IsSettled(x))
        let word = workdir.Path
        where word is not null
        let path = Bare(workdir)
        select Found(
            word.Span,
            $"'{path}' lies in whatever folder the base image works in, and moves with it.",
            path.StartsWith('~')
                ? "WORKDIR knows no home; write the whole path, for instance WORKDIR /home/app."
                : $"Write the whole path, for instance WORKDIR /{path.TrimStart('.', '/')}.");

    // A variable may hold any path; below one that is absolute, a relative one is too.
    static bool IsSettled(WorkdirInstruction workdir) =>
        Bare(workdir) is ['/' or '\\' or '$', ..] or [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ':', ..];

    static string Bare(WorkdirInstruction workdir) => workdir.Path?.Text.Trim('"', '\'') ?? "";
}
