using System.Text;

namespace Kiln.Caching;

/// <summary>One line of comma-separated fields, in the form that buildx reads (RFC 4180).</summary>
static class CommaSeparated
{
    internal static string Write(IEnumerable<string> fields) =>
        string.Join(',', fields.Select(x => x.AsSpan().ContainsAny(",\"\n") ? $"\"{x.Replace("\"", "\"\"")}\"" : x));

    internal static IEnumerable<string> Read(string line)
    {
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                yield return Take(field);
            else
                field.Append(line[i]);
        }

        yield return Take(field);
    }

    static string Take(StringBuilder field)
    {
        var text = field.ToString().Trim();
        field.Clear();
        return text;
    }
}
