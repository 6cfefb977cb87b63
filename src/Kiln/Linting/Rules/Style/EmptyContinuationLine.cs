using Kiln.Dockerfiles.Syntax;
using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>An empty line looks like the end of an instruction; a later BuildKit will take it for an error.</summary>
sealed class EmptyContinuationLine() : LintRule(
    "KLN8004", Severity.Warning, "Leave no empty line inside an instruction.", "NoEmptyContinuation")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from instruction in subject.Dockerfile.Instructions
        let lines = LinesOf(subject.Dockerfile.Source.Text, instruction).ToArray()
        let empty = lines.Where(x => x.Text.Length == 0).ToArray()
        where empty.Length > 0
        let mark = lines.Last(x => x.Span.Start < empty[0].Span.Start && IsCode(x.Text))
        let place = new SourceSpan(mark.Span.Start + subject.Dockerfile.Source.TextAt(mark.Span).TrimEnd().Length - 1, 1)
        let below = lines.FirstOrDefault(x => x.Span.Start > empty[0].Span.Start && IsCode(x.Text)).Text?.Split(' ', '\t')[0]
        // Then somebody may have forgotten to take the mark away, and what was meant is not certain.
        select Keywords.All.Contains(below)
            ? Found(
                place,
                $"The empty line does not end {instruction.Keyword}, so the '{below}' below it is a part of it.",
                $"Remove the '{subject.Dockerfile.Escape}' before the empty line to begin a new instruction with {below}; "
                + "otherwise remove the empty line.")
            : Found(
                place,
                $"An empty line follows inside {instruction.Keyword}; BuildKit will refuse that one day.",
                "Remove the empty line, or write a '#' into it.",
                new LintFix([.. empty.Select(x => new TextEdit(x.Span, ""))]));

    // Trimmed, and without those of heredocs, in which empty lines mean themselves.
    static IEnumerable<(SourceSpan Span, string Text)> LinesOf(string text, Instruction instruction)
    {
        var end = instruction.Heredocs is [var first, ..] ? first.ContentSpan.Start : instruction.Span.End;
        for (var at = instruction.Span.Start; at < end;)
        {
            var feed = text.IndexOf('\n', at, end - at);
            var next = feed < 0 ? end : feed + 1;
            yield return (SourceSpan.FromBounds(at, next), text[at..next].Trim());
            at = next;
        }
    }

    static bool IsCode(string line) => line.Length > 0 && !line.StartsWith('#');
}
