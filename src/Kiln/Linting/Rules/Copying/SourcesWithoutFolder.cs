using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>Only a slash says that a folder is meant; without it, the sources may end up one over the other.</summary>
sealed class SourcesWithoutFolder() : LintRule(
    "KLN4003", Severity.Warning, "End the destination of several sources in a slash.", "DL3021", "DS-0011")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from transfer in subject.Of<Instruction>().Select(Transfer.Of).OfType<Transfer>()
        let count = transfer.Sources.Count + transfer.Instruction.Heredocs.Count
        let destination = transfer.Destination
        where count > 1 && destination is not null
        let path = destination.Unquoted()
        where path is not ([] or "." or [.., '/' or '\\']) && !Paths.EndsInVariable(path)
        select Found(
            destination.Span,
            $"'{path}' gets {count} sources but ends in no slash, so it may become a file that only the last of them is in.",
            $"Write {path}/ as the destination.",
            LintFix.Insert(EndOf(destination.Span, subject.Dockerfile.Source.Text), "/"));

    static int EndOf(SourceSpan word, string text) => word.End - (text[word.End - 1] is '"' or '\'' ? 1 : 0);
}
