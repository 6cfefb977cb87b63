using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules;

/// <summary>
/// Stages that are built for their own sake: the last one, and those that no other stage is built on or takes files
/// from. Whatever is only in the others reaches nobody.
/// </summary>
static class ResultStages
{
    public static IEnumerable<LintSection> Of(LintSubject subject)
    {
        var used = UsedIn(subject).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return subject.Sections.Where(x =>
            x.IsFinal || (x.Stage is { } stage && !used.Overlaps([$"{stage.Index}", stage.Name ?? ""])));
    }

    static IEnumerable<string> UsedIn(LintSubject subject) =>
    [
        .. subject.Sections.Select(x => x.Stage?.From.Image?.Text).OfType<string>(),
        .. subject.Of<CopyInstruction>().Select(x => x.From?.Value).OfType<string>(),
        .. subject.Runs.SelectMany(x => x.Run.Mounts).Select(x => x.From?.Text).OfType<string>(),
    ];
}
