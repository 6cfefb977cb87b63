namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Cuts one line at its commas, as Go's encoding/csv: a field may be quoted as a whole, and two quotes in it are one.
/// </summary>
static class CsvFields
{
    /// <summary>The fields without quotes, or null where a quote is not closed or stands inside a field.</summary>
    public static IReadOnlyList<LogicalText>? Read(string source, LogicalText line)
    {
        var fields = new List<LogicalText>();
        for (var at = 0; ; at++)
        {
            var isQuoted = at < line.Text.Length && line.Text[at] == '"';
            if ((isQuoted ? ReadQuoted(source, line, ref at) : ReadPlain(line, ref at)) is not { } field)
                return null;

            fields.Add(field);
            if (at >= line.Text.Length)
                return fields;
        }
    }

    static LogicalText? ReadPlain(LogicalText line, ref int at)
    {
        var start = at;
        at = line.Text.IndexOf(',', start) is var comma and >= 0 ? comma : line.Text.Length;
        return line.Text.AsSpan(start, at - start).Contains('"') ? null : line.Slice(start, at - start);
    }

    static LogicalText? ReadQuoted(string source, LogicalText line, ref int at)
    {
        var field = new LogicalTextBuilder(source, line.SourceOf(at));
        for (at++; at < line.Text.Length; at++)
        {
            if (line.Text[at] == '"' && (++at >= line.Text.Length || line.Text[at] != '"'))
                return at >= line.Text.Length || line.Text[at] == ',' ? field.Build() : null;
            field.Append(line.SourceOf(at), 1);
        }

        return null;
    }
}
