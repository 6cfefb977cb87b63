using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Takes the lines of heredocs from below the instruction that opens them, one after the other.</summary>
sealed class HeredocReader(SourceText source, LineCursor lines, SyntaxDiagnostics diagnostics)
{
    /// <summary>Reads what a whole instruction's line asks for.</summary>
    public IReadOnlyList<Heredoc> Read(LogicalText line) =>
        [.. HeredocScanner.Find(line.Text).Select(word => ReadBody(word, line.SpanOf(word.Start, word.Length)))];

    Heredoc ReadBody(HeredocWord word, SourceSpan span)
    {
        var start = lines.Offset;
        var end = start;
        var isTerminated = false;
        while (!isTerminated && lines.TryRead(out var line))
        {
            isTerminated = IsEnd(line.ContentIn(source.Text), word);
            end = isTerminated ? line.Start : line.End;
        }

        if (!isTerminated)
            diagnostics.Error(
                span,
                $"The heredoc {SyntaxDiagnostics.Quote(word.Name)} has no end; write its name alone on a line below.");
        return new Heredoc(source)
        {
            Name = word.Name,
            IsExpanded = word.IsExpanded,
            StripsTabs = word.StripsTabs,
            FileDescriptor = word.FileDescriptor,
            IsTerminated = isTerminated,
            Span = span,
            ContentSpan = SourceSpan.FromBounds(start, end),
        };
    }

    static bool IsEnd(ReadOnlySpan<char> line, HeredocWord word) =>
        (word.StripsTabs ? line.TrimStart('\t') : line).SequenceEqual(word.Name);
}
