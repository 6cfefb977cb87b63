using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads one instruction with all that belongs to it, up to the end of its last heredoc.</summary>
sealed class InstructionReader(SourceText source, LineCursor lines, char escape, SyntaxDiagnostics diagnostics)
{
    readonly LogicalLineReader _lineReader = new(source, lines, escape, diagnostics);
    readonly HeredocReader _heredocReader = new(source, lines, diagnostics);

    public Instruction Read(PhysicalLine first)
    {
        var line = _lineReader.Read(first);
        var outer = Cut(line.Text);
        // One level is enough: BuildKit refuses an ONBUILD in an ONBUILD.
        var inner = outer.Keyword == "ONBUILD" && !outer.Arguments.IsEmpty ? Cut(outer.Arguments) : null;
        var heredocs = MayHaveHeredocs(inner ?? outer) ? _heredocReader.Read(line.Text) : [];

        outer = outer with
        {
            Span = SourceSpan.FromBounds(first.Start, lines.Offset),
            Heredocs = heredocs,
            InnerComments = line.Comments,
        };
        if (inner is null)
            return InstructionFactory.Create(outer, diagnostics);

        var innerSpan = SourceSpan.FromBounds(inner.KeywordSpan.Start, lines.Offset);
        inner = inner with { Span = innerSpan, Heredocs = heredocs, InnerComments = line.Comments };
        return new OnbuildInstruction(outer, InstructionFactory.Create(inner, diagnostics), diagnostics);
    }

    InstructionParts Cut(LogicalText line)
    {
        line = line.Trimmed(0, line.Text.Length);
        var keywordEnd = FieldSplitter.EndOfField(line.Text, 0);
        var keyword = Keywords.Normalize(line.Text.AsSpan(0, keywordEnd));
        var (flags, end) = new FlagReader(source.Text, line, escape).Read(keywordEnd);
        var arguments = line.Trimmed(end, line.Text.Length);
        return new InstructionParts
        {
            Source = source,
            Keyword = keyword,
            KeywordSpan = line.SpanOf(0, keywordEnd),
            Flags = flags,
            Arguments = arguments,
            JsonItems = JsonForm.Find(keyword, arguments, diagnostics),
            Escape = escape,
        };
    }

    static bool MayHaveHeredocs(InstructionParts parts) =>
        parts is { Keyword: "RUN" or "COPY" or "ADD", JsonItems: null };
}
