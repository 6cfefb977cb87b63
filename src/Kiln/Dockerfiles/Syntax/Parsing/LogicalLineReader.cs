using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Joins the lines of an instruction as BuildKit does: the mark and what follows it go, blanks before it and at the
/// beginning of the next line stay; comments and empty lines in between are left out and do not end the instruction.
/// </summary>
sealed class LogicalLineReader(SourceText source, LineCursor lines, char escape, SyntaxDiagnostics diagnostics)
{
    public LogicalLine Read(PhysicalLine first)
    {
        first = first.Indented(source.Text);
        var content = first.ContentIn(source.Text);
        return ContinuationMark.Find(content, escape) < 0
            ? new LogicalLine(LogicalTextBuilder.OnePiece(source.Text, first.ContentStart, content.Length), [])
            : Join(first);
    }

    LogicalLine Join(PhysicalLine line)
    {
        var text = source.Text;
        var joined = new LogicalTextBuilder(text, line.ContentStart);
        var comments = new List<CommentLine>();
        SourceSpan? empty = null;

        var goesOn = Append(joined, line);
        while (goesOn && lines.TryRead(out line))
        {
            if (line.IsComment(text))
                comments.Add(new CommentLine(source, SourceSpan.FromBounds(line.Start, line.End)));
            else if (line.IsBlank(text))
                empty ??= SourceSpan.FromBounds(line.Start, line.ContentEnd);
            else
                goesOn = Append(joined, line);
        }

        if (empty is { } span)
            diagnostics.Warning(
                span, "An empty line does not end the instruction that goes on above it; remove the line.");
        return new LogicalLine(joined.Build(), comments);
    }

    bool Append(LogicalTextBuilder joined, PhysicalLine line)
    {
        var content = line.ContentIn(source.Text);
        var mark = ContinuationMark.Find(content, escape);
        joined.Append(line.ContentStart, mark < 0 ? content.Length : mark);
        return mark >= 0;
    }
}
