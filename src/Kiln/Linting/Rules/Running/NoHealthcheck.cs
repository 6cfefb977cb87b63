using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A process that hangs is still there, and to Docker it is well.</summary>
sealed class NoHealthcheck : LintRule
{
    public NoHealthcheck() : base("KLN5009", Severity.Information, "Say how a container is checked.", "DL3057", "DS-0026") =>
        IsOptional = true;

    /// <summary>The scan refuses an image that has no check and needs one; that is known before it is built.</summary>
    public override bool IsNeededFor(LintSubject subject) => subject.Image.NeedsHealthCheck;

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage.From: var start } final)
            yield break;
        var last = subject.LineageOf(final).Select(x => x.Instructions.OfType<HealthcheckInstruction>().LastOrDefault()).FirstOrDefault(x => x is not null);
        if (last is null)
            yield return Found(
                start.Image?.Span ?? start.KeywordSpan,
                subject.Image.NeedsHealthCheck
                    ? "The image has no HEALTHCHECK and needs one (NeedsHealthCheck), so Scan refuses it unless its base brings one."
                    : "The image has no HEALTHCHECK, so Docker takes a container for healthy as long as its process lives.",
                $"Add a HEALTHCHECK that asks the program itself{(subject.Image.NeedsHealthCheck ? "" : ", or HEALTHCHECK NONE where something else does")}.");
        else if (last.IsNone && subject.Image.NeedsHealthCheck)
            yield return Found(
                last.Span,
                "The image switches its HEALTHCHECK off and needs one (NeedsHealthCheck), so Scan refuses it.",
                "Write a HEALTHCHECK that asks the program itself.");
    }
}
