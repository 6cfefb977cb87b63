using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>Two systems in one are neither of both: libraries replace each other, and all tools of the build are there.</summary>
sealed class CopyOfWholeFileSystem() : LintRule(
    "KLN4007", Severity.Warning, "Copy the files that are needed, not all of a stage.", "DL3067")
{
    const string Empty = "scratch";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        from copy in section.Of<CopyInstruction>()
        where copy.From is not null && copy.Destination?.Unquoted() == "/" && ImageOf(subject, section) != Empty
        let source = copy.Sources.FirstOrDefault(x => x.Unquoted() is "/" or "/." or "/*")
        where source is not null && !IsGathered(subject, copy.From!.Value)
        select Found(
            source.Span,
            $"All of '{copy.From!.Value}' is laid over this stage, with its tools and over the files of the same names.",
            $"Write COPY --from={copy.From.Value} /app /app, or whatever that stage is there for.");

    // A stage that starts from nothing, and a folder that the build gives, hold what was put there to be copied.
    static bool IsGathered(LintSubject subject, string? name) =>
        subject.Image.Provided.Contains(name ?? "", StringComparer.OrdinalIgnoreCase)
        || subject.Sections.Any(x => x.Stage is { } stage && ImageOf(subject, x) == Empty
            && (stage.Name == name?.ToLowerInvariant() || $"{stage.Index}" == name));

    static string? ImageOf(LintSubject subject, LintSection section) =>
        subject.LineageOf(section).Last().Stage?.From.Image?.Text;
}
