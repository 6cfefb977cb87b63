namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads what COPY and ADD copy, and where to.</summary>
static class SourcesReader
{
    public static (IReadOnlyList<Word> Sources, Word? Destination) Read(
        InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        var items = parts.ItemsOrFields();
        if (items.Count < 2)
            diagnostics.MissingArgument(parts, "at least one source and a destination");

        var destination = items.Count < 2 ? null : items[^1];
        if (destination is not null && IsHeredoc(destination, parts))
            diagnostics.Error(destination.Span, $"A heredoc cannot be the destination of {parts.Keyword}; write a path behind it.");

        var sources = destination is null ? items : items.SkipLast(1);
        return ([.. sources.Where(x => !IsHeredoc(x, parts))], destination);
    }

    // A quoted name may have blanks, so that one heredoc covers several items.
    static bool IsHeredoc(Word item, InstructionParts parts) =>
        parts.Heredocs.Any(x => item.Span.Start >= x.Span.Start && item.Span.End <= x.Span.End);
}
