using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A process that hangs is still there, and to Docker it is well.</summary>
sealed class NoHealthcheck : LintRule
{
    public NoHealthcheck() : base("KLN5009", Severity.Information, "Say how a container is checked.", "DL3057", "DS-0026") =>
        IsOptional = true;

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        let start = section.Stage?.From
        where start is not null && section.IsFinal
        where !subject.LineageOf(section).SelectMany(x => x.Instructions).OfType<HealthcheckInstruction>().Any()
        select Found(
            start.Image?.Span ?? start.KeywordSpan,
            "The image has no HEALTHCHECK, so Docker takes a container for healthy as long as its process lives.",
            "Add a HEALTHCHECK that asks the program itself, or HEALTHCHECK NONE where something else does.");
}
