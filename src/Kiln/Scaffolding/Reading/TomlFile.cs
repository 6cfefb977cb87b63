using System.Text.RegularExpressions;

namespace Kiln.Scaffolding.Reading;

/// <summary>
/// As much of TOML as manifests need: tables and their keys, with the values as they are written. What else there is in TOML
/// is passed over, so nothing here ever fails.
/// </summary>
sealed partial class TomlFile
{
    readonly List<(string Table, string Key, string Value)> _entries = [];

    TomlFile(string text) => Read(text);

    public static TomlFile Parse(string text) => new(text);

    /// <summary>Whether a table is there, or one below it.</summary>
    public bool Has(string table) => _entries.Any(x => x.Table == table || x.Table.StartsWith($"{table}.", StringComparison.Ordinal));

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string table, string key) =>
        Raw(table, key) is { } raw && Quoted().Match(raw) is { Success: true, Index: 0 } match ? Unquoted(match) : null;

    /// <summary>Texts in a list; empty where there is none.</summary>
    public IReadOnlyList<string> List(string table, string key) =>
        Raw(table, key) is { } raw && raw.StartsWith('[') ? [.. Quoted().Matches(raw).Select(Unquoted)] : [];

    /// <summary>A value as it is written; null where there is none.</summary>
    public string? Raw(string table, string key) =>
        _entries.Where(x => x.Table == table && x.Key == key).Select(x => x.Value).FirstOrDefault();

    /// <summary>The keys of a table, with the values as they are written.</summary>
    public IEnumerable<(string Key, string Value)> Keys(string table) =>
        _entries.Where(x => x.Table == table && x.Key.Length > 0).Select(x => (x.Key, x.Value));

    /// <summary>The values of one key in all tables of a list of tables: <c>[[bin]]</c>.</summary>
    public IEnumerable<string> Texts(string table, string key) =>
        from entry in _entries
        where entry.Table == table && entry.Key == key
        let match = Quoted().Match(entry.Value)
        where match.Success
        select Unquoted(match);

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> Tables => _entries.Select(x => x.Table).Distinct();

    /// <summary>What <c>path</c> is for each <c>name</c> in a list of tables, for those that have both.</summary>
    public IReadOnlyDictionary<string, string> PathsByName(string table)
    {
        var found = new Dictionary<string, string>();
        var (name, path) = ((string?)null, (string?)null);
        foreach (var (_, key, value) in _entries.Where(x => x.Table == table))
        {
            if (key.Length == 0)
                (name, path) = (null, null);
            name = key == "name" ? value.Trim('"', '\'') : name;
            path = key == "path" ? value.Trim('"', '\'') : path;
            if (name is not null && path is not null)
                found[name] = path;
        }

        return found;
    }

    /// <summary>A text within an inline table: <c>path</c> of <c>{ version = "1", path = "../core" }</c>.</summary>
    public static string? Inner(string value, string key) =>
        Regex.Match(value, $"""(?<![\w-]){Regex.Escape(key)}\s*=\s*["']([^"']*)["']""") is { Success: true } match ? match.Groups[1].Value : null;

    void Read(string text)
    {
        var table = "";
        var lines = new Queue<string>(text.Split('\n'));
        while (lines.TryDequeue(out var raw))
        {
            var line = WithoutComment(raw).Trim();
            if (TableHead().Match(line) is { Success: true } head)
            {
                table = Unquote(head.Groups[1].Value);
                _entries.Add((table, "", ""));
            }
            else if (KeyAndValue().Match(line) is { Success: true } pair)
                _entries.Add((table, Unquote(pair.Groups[1].Value), Whole(pair.Groups[2].Value, lines)));
        }
    }

    // A list, an inline table or a long text goes on until what opened it is closed.
    static string Whole(string value, Queue<string> lines)
    {
        foreach (var mark in new[] { "\"\"\"", "'''" })
            if (value.StartsWith(mark, StringComparison.Ordinal))
            {
                while (value.LastIndexOf(mark, StringComparison.Ordinal) < mark.Length && lines.TryDequeue(out var next))
                    value += $"\n{next}";
                return value;
            }

        while (Depth(value) > 0 && lines.TryDequeue(out var next))
            value += $" {WithoutComment(next).Trim()}";
        return value.Trim();
    }

    static int Depth(string value)
    {
        var bare = Quoted().Replace(value, "");
        return bare.Count(x => x is '[' or '{') - bare.Count(x => x is ']' or '}');
    }

    static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
            if (quote != '\0')
                quote = line[i] == quote ? '\0' : quote;
            else if (line[i] is '"' or '\'')
                quote = line[i];
            else if (line[i] == '#')
                return line[..i];
        return line;
    }

    static string Unquoted(Match match) => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;

    static string Unquote(string name) => name.Replace("\"", "").Replace("'", "").Replace(" ", "");

    [GeneratedRegex("""^\[\[?\s*([^\[\]]+?)\s*\]\]?$""")]
    private static partial Regex TableHead();

    [GeneratedRegex("""^([\w.\-"']+)\s*=\s*(.*)$""")]
    private static partial Regex KeyAndValue();

    [GeneratedRegex("""
                    "((?:[^"\\]|\\.)*)"|'([^']*)'
                    """)]
    private static partial Regex Quoted();
}
