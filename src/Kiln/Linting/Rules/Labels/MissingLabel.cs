using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>Whoever asked for the labels finds images by them.</summary>
sealed class MissingLabel() : LintRule("KLN7002", Severity.Warning, "Give images the labels that are asked for.", "DL3049")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in ResultStages.Of(subject)
        let start = section.Stage?.From
        where start is not null
        let present = subject.LineageOf(section).SelectMany(x => x.Instructions).OfType<LabelInstruction>()
            .SelectMany(x => x.Pairs).Select(LabelValue.KeyOf).ToHashSet()
        let missing = subject.Options.RequiredLabels.Keys.Where(x => !present.Contains(x)).ToArray()
        where missing.Length > 0
        select Found(
            start.Image?.Span ?? start.KeywordSpan,
            $"The image has no {(missing.Length == 1 ? "label" : "labels")} {Lists.And(missing)}, which all are asked to have.",
            $"Add LABEL {string.Join(' ', missing.Select(x => $"{x}=\"…\""))}.");
}
