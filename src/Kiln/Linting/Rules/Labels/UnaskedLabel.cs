using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>Where labels are agreed upon, one that is not is often an agreed one that is misspelt.</summary>
sealed class UnaskedLabel() : LintRule("KLN7003", Severity.Information, "Have only the labels that are asked for.", "DL3050")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from label in subject.Of<LabelInstruction>()
        where subject.Options.RequiredLabelsOnly
        let unasked = label.Pairs.Where(x => !subject.Options.RequiredLabels.ContainsKey(LabelValue.KeyOf(x))).ToArray()
        where unasked.Length > 0
        select Found(
            unasked[0].Key.Span,
            $"{Lists.And([.. unasked.Select(LabelValue.KeyOf)])} {(unasked.Length == 1 ? "is" : "are")} not among the labels "
            + "that were agreed upon.",
            "Leave it out, or have it added to the labels that are asked for; perhaps it is one of those, misspelt.");
}
