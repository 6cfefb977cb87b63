namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Cuts one line at its commas, as Go's encoding/csv: a field may be quoted as a whole, and two quotes in it are one.
/// </summary>
static class CsvFields
{
    /// <summary>The fields without quotes, or null for a quote that is not closed or stands in the middle of a field.</summary>
    public static IReadOnlyList<LogicalText>? Read(string source, LogicalText line)
    {
        var fields = new List<LogicalText>();
        for (var at = 0; ; at++)
        {
            var field = new LogicalTextBuilder(source, line.SourceOf(at));
            var isRead = at < line.Text.Length && line.Text[at] == '"' ? ReadQuoted(line, ref at, field) : ReadPlain(line, ref at, field);
            if (!isRead)
                return null;

            fields.Add(field.Build());
            if (at >= line.Text.Length)
                return fields;
        }
    }

    static bool ReadPlain(LogicalText line, ref int at, LogicalTextBuilder field)
    {
        for (; at < line.Text.Length && line.Text[at] != ','; at++)
        {
            if (line.Text[at] == '"')
                return false;
            field.Append(line.SourceOf(at), 1);
        }

        return true;
    }

    static bool ReadQuoted(LogicalText line, ref int at, LogicalTextBuilder field)
    {
        for (at++; at < line.Text.Length; at++)
        {
            if (line.Text[at] == '"' && (++at >= line.Text.Length || line.Text[at] != '"'))
                return at >= line.Text.Length || line.Text[at] == ',';
            field.Append(line.SourceOf(at), 1);
        }

        return false;
    }
}
