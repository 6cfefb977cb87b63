namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads what COPY and ADD copy, and where to.</summary>
static class SourcesReader
{
    public static (IReadOnlyList<Word> Sources, Word? Destination) Read(
        InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        var items = parts.ItemsOrFields();
        if (items.Count < 2)
        {
            diagnostics.MissingArgument(parts, "at least one source and a destination");
            return (WithoutHeredocs(items, parts.Heredocs), null);
        }

        if (WithoutHeredocs([items[^1]], parts.Heredocs).Count == 0)
            diagnostics.Error(
                items[^1].Span,
                $"A heredoc cannot be the destination of {parts.Keyword}; write a path behind it.");
        return (WithoutHeredocs([.. items.SkipLast(1)], parts.Heredocs), items[^1]);
    }

    // A quoted name may have blanks, so that one heredoc covers several items. Both lists are in the order of the text.
    static IReadOnlyList<Word> WithoutHeredocs(IReadOnlyList<Word> items, IReadOnlyList<Heredoc> heredocs)
    {
        if (heredocs.Count == 0)
            return items;

        var left = new List<Word>();
        var next = 0;
        foreach (var item in items)
        {
            while (next < heredocs.Count && heredocs[next].Span.End < item.Span.End)
                next++;
            if (next == heredocs.Count || item.Span.Start < heredocs[next].Span.Start)
                left.Add(item);
        }

        return left;
    }
}
