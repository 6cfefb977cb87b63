using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;
using Kiln.Primitives;

// #region rule
/// <summary>A rule is a class: an id, a severity, what to do, and a check that yields findings. It has no state and never throws.</summary>
sealed class NamedByTeam() : LintRule("ACME1", Severity.Error, "Say which team an image belongs to.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage: { } stage } final || final.Of<LabelInstruction>().Any(x => x.Pairs.Any(pair => pair.Key.Text == "com.acme.team")))
            yield break;
        yield return Found(stage.From.Span, "The image does not say which team is woken up for it.", "Write LABEL com.acme.team=<team> into the last stage.");
    }
}
// #endregion
