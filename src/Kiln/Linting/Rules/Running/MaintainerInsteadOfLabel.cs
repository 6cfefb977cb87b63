using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>The instruction is kept for old files only, and few tools read what it writes.</summary>
sealed class MaintainerInsteadOfLabel() : LintRule(
    "KLN5015", Severity.Warning, "Name the authors in a label.", "DL4000", "DS-0022", "MaintainerDeprecated")
{
    const string Authors = "org.opencontainers.image.authors";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        from maintainer in section.Of<MaintainerInstruction>()
        let label = LabelOf(maintainer, subject.Dockerfile.Escape)
        let isFree = section.Stage is not null && !section.Of<LabelInstruction>().SelectMany(x => x.Pairs).Any(IsAuthors)
        select Found(
            maintainer.KeywordSpan,
            "MAINTAINER is deprecated; tools look for the authors in a label.",
            $"Write {label}.",
            isFree && maintainer.Name is { } name && maintainer.InnerComments.Count == 0
                ? LintFix.Replace(SourceSpan.FromBounds(maintainer.KeywordSpan.Start, name.Span.End), AsWritten(maintainer, label))
                : null);

    // Quotes were a part of the name to MAINTAINER; nobody meant them to be.
    static string LabelOf(MaintainerInstruction maintainer, char escape)
    {
        var name = maintainer.Name?.Text ?? "";
        if (name.Length > 1 && name[0] is '"' or '\'' && name[^1] == name[0])
            name = name[1..^1];
        return $"LABEL {Authors}=\"{string.Concat(name.Select(x => x is '"' or '$' || x == escape ? $"{escape}{x}" : $"{x}"))}\"";
    }

    static string AsWritten(MaintainerInstruction maintainer, string label) =>
        maintainer.Text.TrimStart().StartsWith('m') ? $"label{label[5..]}" : label;

    static bool IsAuthors(KeyValue label) => label.Key.Text.Trim('"', '\'') == Authors;
}
